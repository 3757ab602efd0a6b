#!/usr/bin/env python3
"""Checks two folders, each with what one build would publish, and prints a line for each thing checked.

Usage: release/check.py SIGNED OTHER. Run by release/rehearse, in the root of the repository. The first folder
is the bundle for Maven Central's portal; the second comes from another build, and is not signed. Exits with
1 and names each fault where a check fails; release/breaks.py tries that each can.
With --third-party SIGNED it prints the libraries that a user gets, as in release/THIRD-PARTY.txt.
"""
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

GROUP = "kr.pgsdk"
POM = "{http://maven.apache.org/POM/4.0.0}"
HASHES = ("md5", "sha1", "sha256", "sha512")
THIRD_PARTY = "release/THIRD-PARTY.txt"
# What a user may call beside our own: the annotations in our signatures.
COMPILED_AGAINST = {GROUP, "org.jspecify"}


class Module:
    def __init__(self, bundle, artifact):
        self.artifact = artifact
        self.version = os.path.basename(glob.glob(f"{bundle}/kr/pgsdk/{artifact}/*")[0])
        self.stem = f"{bundle}/kr/pgsdk/{artifact}/{self.version}/{artifact}-{self.version}"

    def pom(self):
        return ElementTree.parse(self.stem + ".pom").getroot()

    def sbom(self):
        with open(self.stem + "-cyclonedx.json", encoding="utf-8") as file:
            return json.load(file)

    def jar(self, kind=""):
        with zipfile.ZipFile(f"{self.stem}{kind}.jar") as jar:
            return jar.namelist()

    def is_bom(self):
        return self.artifact == "pgsdk-bom"


def artifacts():
    """The modules whose POM in this repository says that they are published."""
    names = []
    for path in sorted(glob.glob("sdk-*/pom.xml")):
        pom = ElementTree.parse(path).getroot()
        if pom.findtext(f"{POM}properties/{POM}unpublished") == "false":
            names.append(pom.findtext(POM + "artifactId"))
    return names


def files(bundle):
    found = (os.path.join(folder, name) for folder, _, names in os.walk(bundle) for name in names)
    return sorted(os.path.relpath(path, bundle) for path in found)


def published(bundle):
    """Without signatures and checksums, which are checked on their own."""
    return [path for path in files(bundle) if not path.endswith((".asc",) + tuple("." + h for h in HASHES))]


def content(path):
    with open(path, "rb") as file:
        return file.read()


def dependencies(pom):
    """What the POM brings to a user: (group:artifact, scope)."""
    for dependency in pom.findall(f"{POM}dependencies/{POM}dependency"):
        if dependency.findtext(POM + "optional") != "true":
            name = f"{dependency.findtext(POM + 'groupId')}:{dependency.findtext(POM + 'artifactId')}"
            yield name, dependency.findtext(POM + "scope", "compile")


def inherited(sbom):
    """The components of an SBOM that reach a user: all but the optional, and what only those bring."""
    components = {component["bom-ref"]: component for component in sbom.get("components", [])}
    edges = {entry["ref"]: entry.get("dependsOn", []) for entry in sbom.get("dependencies", [])}
    reached, waiting = {}, list(edges[sbom["metadata"]["component"]["bom-ref"]])
    while waiting:
        ref = waiting.pop()
        if ref not in reached and components[ref].get("scope") != "optional":
            reached[ref] = components[ref]
            waiting += edges.get(ref, [])
    return list(reached.values())


def licence(component):
    return " or ".join(sorted(l.get("license", {}).get("id") or l.get("license", {}).get("name") or l.get("expression")
                              for l in component.get("licenses", [])))


def third_party(bundle):
    lines = set()
    for artifact in artifacts():
        for c in inherited(Module(bundle, artifact).sbom()):
            if c["group"] != GROUP:
                lines.add(f"{c['group']}:{c['name']}:{c['version']}  {licence(c)}\n")
    head = "The libraries that a user of pgsdk gets with it, and their licences; of each module, those at run time.\n\n"
    return head + "".join(sorted(lines))


# Each check yields what it counted, then its faults.


def same(bundle, other, modules):
    yield f"{len(published(bundle))} files, byte for byte"
    for path in sorted(set(published(bundle)) ^ set(published(other))):
        yield f"{path}: of one build only"
    for path in sorted(set(published(bundle)) & set(published(other))):
        if content(f"{bundle}/{path}") != content(f"{other}/{path}"):
            yield f"{path}: differs from build to build"


def complete(bundle, other, modules):
    yield f"{len(modules)} modules: POM, jar, sources, Javadoc, SBOM, and nothing else"
    expected = set()
    for m in modules:
        kinds = [".pom", "-cyclonedx.json"] + ([] if m.is_bom() else [".jar", "-sources.jar", "-javadoc.jar"])
        expected |= {os.path.relpath(m.stem + kind, bundle) for kind in kinds}
    for path in sorted(expected ^ set(published(bundle))):
        yield f"{path}: {'missing' if path in expected else 'not expected'}"


def signatures(bundle, other, modules):
    yield f"{len(published(bundle))} signatures verified"
    for path in published(bundle):
        command = ["gpg", "--batch", "--quiet", "--verify", f"{bundle}/{path}.asc", f"{bundle}/{path}"]
        if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            yield f"{path}: no valid signature"


def checksums(bundle, other, modules):
    yield f"{len(published(bundle)) * len(HASHES)} checksums: " + ", ".join(HASHES)
    for path in published(bundle):
        for name in HASHES:
            stated = f"{bundle}/{path}.{name}"
            computed = hashlib.new(name, content(f"{bundle}/{path}")).hexdigest()
            if not os.path.exists(stated) or content(stated).decode().strip() != computed:
                yield f"{path}: no {name}, or a wrong one"


def poms(bundle, other, modules):
    yield "name, description, url, licence, developer, scm; no parent, no build, no snapshot"
    needed = ["name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
              "scm/connection", "scm/developerConnection", "scm/url"]
    for m in modules:
        pom = m.pom()
        for path in needed:
            if not (pom.findtext("/".join(POM + step for step in path.split("/"))) or "").strip():
                yield f"{m.artifact}: no {path}"
        for part in ("parent", "build", "profiles", "repositories", "pluginRepositories", "properties"):
            if pom.find(POM + part) is not None:
                yield f"{m.artifact}: its POM has {part}"
        if "SNAPSHOT" in content(m.stem + ".pom").decode():
            yield f"{m.artifact}: its POM names a snapshot"
        for name, scope in dependencies(pom):
            if scope == "test" or (scope != "runtime" and name.split(":")[0] not in COMPILED_AGAINST):
                yield f"{m.artifact}: {name} has scope {scope}"


def versions(bundle, other, modules):
    yield "pgsdk-bom names every module at its version, and nothing else"
    managed = {}
    for dependency in next(m for m in modules if m.is_bom()).pom().iter(POM + "dependency"):
        managed[dependency.findtext(POM + "artifactId")] = dependency.findtext(POM + "version")
    expected = {m.artifact: m.version for m in modules if not m.is_bom()}
    for name in sorted(set(managed.items()) ^ set(expected.items())):
        yield f"pgsdk-bom: {name[0]} {name[1]}"


def jars(bundle, other, modules):
    yield "licence, module name, sources of its classes; Javadoc without internal packages"
    for m in modules:
        if m.is_bom():
            continue
        names = set(m.jar())
        for needed in ("META-INF/LICENSE", "module-info.class"):
            if needed not in names:
                yield f"{m.artifact}: no {needed} in its jar"
        outer = {name[:-6] for name in names if name.endswith(".class") and "$" not in name}
        for name in sorted(outer - {name[:-5] for name in m.jar("-sources") if name.endswith(".java")}):
            yield f"{m.artifact}: no source of {name}"
        pages = m.jar("-javadoc")
        if "index.html" not in pages:
            yield f"{m.artifact}: no Javadoc"
        yield from (f"{m.artifact}: Javadoc of {page}" for page in pages if re.search("/internal/.*summary.html", page))


def sboms(bundle, other, modules):
    yield "CycloneDX, names the module and its POM's dependencies; each has a licence and a hash"
    for m in modules:
        try:
            sbom = m.sbom()
        except ValueError:
            yield f"{m.artifact}: its SBOM is no JSON"
            continue
        root = sbom.get("metadata", {}).get("component", {})
        if (sbom.get("bomFormat"), root.get("group"), root.get("name"), root.get("version")) != (
                "CycloneDX", GROUP, m.artifact, m.version):
            yield f"{m.artifact}: its SBOM is of something else"
            continue
        named = {f"{c['group']}:{c['name']}" for c in inherited(sbom)}
        yield from (f"{m.artifact}: its SBOM lacks {name}" for name, _ in dependencies(m.pom()) if name not in named)
        for c in inherited(sbom):
            if not licence(c) or (c["group"] != GROUP and not c.get("hashes")):
                yield f"{m.artifact}: its SBOM has no licence or hash of {c['name']}"


def notices(bundle, other, modules):
    text = third_party(bundle)
    yield f"{len(text.splitlines()) - 2} libraries that a user gets, as in {THIRD_PARTY}"
    if text != content(THIRD_PARTY).decode():
        yield f"{THIRD_PARTY} is not what a user gets: run release/rehearse --update"


CHECKS = {"same": same, "complete": complete, "signatures": signatures, "checksums": checksums, "POMs": poms,
          "BOM": versions, "jars": jars, "SBOMs": sboms, "third party": notices}


def modules_of(bundle):
    return [Module(bundle, artifact) for artifact in artifacts()]


def check(bundle, other):
    """Prints the table; how many faults."""
    modules = modules_of(bundle)
    count = 0
    for name, run in CHECKS.items():
        counted, *faults = run(bundle, other, modules)
        print(f"{name:12} {'FAILED' if faults else 'ok':7} {counted}")
        for fault in faults:
            print(f"{'':20} {fault}")
        count += len(faults)
    return count


if __name__ == "__main__":
    if sys.argv[1] == "--third-party":
        sys.stdout.write(third_party(sys.argv[2]))
    else:
        sys.exit(1 if check(sys.argv[1], sys.argv[2]) else 0)
