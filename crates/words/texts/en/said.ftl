# Who says so, and who disagrees: the same on every page.
said-who = Who says so, and who disagrees
said-otherwise = These say otherwise:
said-published = Sources differ: they say from { $low } to { $high }.
said-published-one = Sources say { $figure }.
said-unverified = Unverified: no source was found that measured this.
said-about = { $kind }; { $grade }.
said-about-year = { $kind }, { $year }; { $grade }.
said-kind-article = Article
said-kind-guideline = Guideline
said-kind-label = Maker’s label
said-kind-trial = Trial
said-kind-review = Review
said-kind-custom = Not a study
said-grade-people = measured in people
said-grade-animals = measured in animals
said-grade-opinion = an opinion, not a measurement
said-grade-assumption = an assumption
