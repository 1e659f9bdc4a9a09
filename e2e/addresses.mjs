// The addresses that are looked at, of somebody in week 7.
export const PAGES = ['/today', '/today?sign=swelling', '/today/day/1', '/today/product/retinoid', '/plan', '/session', '/session/begin',
  '/session/new', '/screening/goals', '/screening/skin', '/screening/retinoid', '/screening/device', '/screening/verdict',
  '/screening/answers', '/photos', '/photos/new', '/photos/compare', '/photos/compare?how=slider', '/region/new', '/results',
  '/results/scale/self', '/results/scale/goodman-baron', '/results/scale/goodman-baron-quantitative', '/log', '/log?only=sessions',
  '/log/gaps', '/log/journal', '/handover', '/more', '/more/wishes', '/more/security', '/more/data', '/more/erase', '/more/feed', '/bring-in', '/protocol',
  '/protocol/rule', '/protocol/sources', '/protocol/entry/retinoid-stopped-oral', '/nowhere'];
