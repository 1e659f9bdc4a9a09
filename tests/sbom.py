"""Holds a CycloneDX list against what cargo builds the program from, and against Cargo.lock. Called by tests/sbom, with
`cargo tree` on standard input. What cargo does not build goes from the list, and so does where this machine keeps the sources.
"""
import json, pathlib, re, sys, tomllib


def built(lines):
    """(name, version) of each crate, from lines such as `care v0.1.0 (/path)`."""
    found = (re.match(r"(\S+) v(\S+)", line) for line in lines)
    return {match.groups() for match in found if match}


def key(component):
    return component["name"], component["version"]


def prune(bom, wanted):
    """Leaves what is built; gives back how many were not."""
    everything = bom["components"]
    bom["components"] = [one for one in everything if key(one) in wanted]
    refs = {one["bom-ref"] for one in bom["components"]} | {bom["metadata"]["component"]["bom-ref"]}
    edges = [edge for edge in bom["dependencies"] if edge["ref"] in refs]
    for edge in edges:
        edge["dependsOn"] = [ref for ref in edge.get("dependsOn", []) if ref in refs]
    bom["dependencies"] = edges
    return len(everything) - len(bom["components"])


def faults(bom, wanted, locked):
    """What is wrong with the list."""
    if bom.get("bomFormat") != "CycloneDX" or tuple(map(int, bom["specVersion"].split("."))) < (1, 5):
        yield "it is no CycloneDX of 1.5 or later"
    listed = {key(one): one for one in [*bom["components"], bom["metadata"]["component"]]}
    yield from (f"{name} {version} is built and not listed" for name, version in sorted(wanted - listed.keys()))
    yield from (f"{name} {version} is listed and not in Cargo.lock" for name, version in sorted(listed.keys() - locked.keys()))
    for (name, version), one in sorted(listed.items()):
        if not one.get("licenses"):
            yield f"{name} {version} has no licence"
        if not re.match(rf"pkg:cargo/{re.escape(name)}@{re.escape(version)}(\?|$)", one.get("purl", "").replace("%2B", "+")):
            yield f"{name} {version} has another purl: {one.get('purl')}"
        sums = [digest["content"] for digest in one.get("hashes", []) if digest["alg"] == "SHA-256"]
        checksum = locked.get((name, version), {}).get("checksum")
        if checksum and checksum not in sums:
            yield f"{name} {version} has not the checksum of Cargo.lock"


def main(path, lock):
    path = pathlib.Path(path)
    text = path.read_text().replace(f"file://{pathlib.Path.cwd()}", "file://.")
    bom, wanted = json.loads(text), built(sys.stdin)
    locked = {key(one): one for one in tomllib.loads(pathlib.Path(lock).read_text())["package"]}
    gone = prune(bom, wanted)
    found = list(faults(bom, wanted, locked))
    path.write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n")
    for fault in found:
        print(fault)
    ours = sum("checksum" not in locked[key(one)] for one in bom["components"]) + 1
    print(f"{path}: CycloneDX {bom['specVersion']}, {len(bom['components']) + 1} crates of {len(locked)} in Cargo.lock, "
          f"{ours} of them ours ({gone} that only tests need left out): {len(found)} faults")
    return 1 if found or not wanted else 0


sys.exit(main(*sys.argv[1:]))
