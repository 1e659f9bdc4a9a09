"""The school grade of every sentence that a person reads, by Flesch and Kincaid.

Counted are the sentences of the Fluent files, every variant of a choice, with sample values for their variables, and those
written out in the sources (what ends in a full stop, and the help of the commands). Not counted are labels of fewer than five
words, and lists of names: what has two commas or more and no mark at its end. A sentence ends at a full stop, a question or an
exclamation mark, never at a semicolon, colon or dash. The terms in terms.toml count as two syllables.
"""

import itertools
import re
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import textstat
from fluent.syntax import FluentParser, ast

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TEXTS = ["protocol/texts/en/*.ftl", "crates/words/texts/en/*.ftl"]
SOURCES = ["text", "chart", "web", "needlewise"]
FEWEST_WORDS = 5
TERM = "needle"  # of two syllables


class Sentence(NamedTuple):
    grade: float
    file: str
    key: str
    text: str


def read_toml(name):
    return tomllib.loads((HERE / name).read_text())


SAMPLES = read_toml("samples.toml")
TERMS = re.compile(r"\b(" + "|".join(map(re.escape, read_toml("terms.toml"))) + r")s?\b", re.IGNORECASE)


def versions(pattern):
    """A text with its variables filled in: once for every variant of its choices."""
    parts = [[element.value] if isinstance(element, ast.TextElement) else placed(element.expression) for element in pattern.elements]
    return ["".join(version) for version in itertools.product(*parts)]


def placed(expression):
    match expression:
        case ast.SelectExpression():
            return [version for variant in expression.variants for version in versions(variant.value)]
        case ast.VariableReference():
            return [SAMPLES.get(expression.id.name, "3")]
        case ast.StringLiteral() | ast.NumberLiteral():
            return [expression.value]
        case _:
            sys.exit(f"tests/reading: what is a {type(expression).__name__}?")


def fluent_texts(path):
    for entry in FluentParser().parse(path.read_text()).body:
        if not isinstance(entry, ast.Message):
            continue
        if entry.value:
            yield from ((entry.id.name, version) for version in versions(entry.value))
        for attribute in entry.attributes:
            yield from ((f"{entry.id.name}.{attribute.id.name}", version) for version in versions(attribute.value))


def source_texts(path):
    """Sentences in a source file, and what a command says of itself with --help."""
    source = re.sub(r"\\\n\s*", "", path.read_text().replace("'\"'", "''"))
    said = "\n".join(line for line in source.split("\n") if not line.lstrip().startswith("//"))
    for literal in re.finditer(r'"((?:[^"\\]|\\.)*)"', said):
        text = re.sub(r"\{[^{}]*\}", "3", literal[1])
        if re.search(r"[.?!]$", text) and " " in text:
            yield f"line of “{literal[1][:20]}…”", text
    if "needlewise/src/cli" in str(path):
        for lines in re.findall(r"(?:^\s*///.*\n)+", source, re.MULTILINE):
            yield "help", re.sub(r"\s*///\s*", " ", lines).strip()


def sentences(text):
    text = re.sub(r"\s+", " ", text).strip()
    return [part for part in re.split(r"(?<=[.?!…])[”)]?\s+(?=[“(]?[A-Z0-9])", text) if part]


def counts(sentence):
    """Whether it is a sentence rather than a label or a list of names."""
    ends = re.search(r"[.?!…:][”)]?$", sentence)
    return len(sentence.split()) >= FEWEST_WORDS and bool(ends or sentence.count(",") < 2)


def grade(sentence):
    plain = re.sub(r"(?<=\d)[.,:](?=\d)", "", TERMS.sub(TERM, sentence))
    plain = re.sub(r"[.?!…]", " ", plain).replace("’", "'")
    return textstat.flesch_kincaid_grade(plain.strip() + ".")


def of_file(path):
    name = str(path.relative_to(ROOT))
    texts = fluent_texts(path) if path.suffix == ".ftl" else source_texts(path)
    found = {(key, sentence) for key, text in texts for sentence in sentences(text) if counts(sentence)}
    return [Sentence(grade(sentence), name, key, sentence) for key, sentence in sorted(found)]


def all_files():
    sources = [path for crate in SOURCES for path in (ROOT / "crates" / crate / "src").rglob("*.rs")]
    return [path for glob in TEXTS for path in ROOT.glob(glob)] + [path for path in sources if "tests" not in str(path)]


def main(names):
    limit = read_toml("limit.toml")
    files = [Path(name).resolve() for name in names] or all_files()
    found = [sentence for path in sorted(files) for sentence in of_file(path)]
    if not found:
        sys.exit("no sentence was found")
    over = sorted((sentence for sentence in found if sentence.grade > limit["highest"]), reverse=True)
    for sentence in over:
        print(f"{sentence.grade:4.1f}  {sentence.file}  {sentence.key}\n      {sentence.text}")
    mean = sum(sentence.grade for sentence in found) / len(found)
    print(f"{len(found)} sentences: grade {mean:.1f} in the mean (at most {limit['mean']}), {len(over)} over {limit['highest']}")
    if mean > limit["mean"] or over:
        sys.exit(1)


main(sys.argv[1:])
