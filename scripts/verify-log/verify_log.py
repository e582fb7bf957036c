#!/usr/bin/env python3
"""Checks a MyData platform's log of transfer events and a resident's receipt, without the platform's code.

  verify_log.py https://platform.example           everything, over the network
  verify_log.py --entries log.ndjson --checkpoint checkpoint.txt --keys keys.txt
  … --since old-checkpoint.txt                     the log still begins with what that covered
  … --receipt receipt.json                         the receipt is genuine, and in the log
  … --save checkpoint.txt                          keeps the checkpoint, for --since another time
  … --witness '<verifier key> <address or file>'   what that witness cosigned is in the log; may be repeated
Needs Python 3.8 or newer and nothing else. Exit code 0: all holds, 1: findings, 2: it could not be checked.
Formats: RFC 9162 (tree), c2sp.org/signed-note, tlog-checkpoint and tlog-cosignature, RFC 8032 (Ed25519), RFC 7515 (receipt).
"""
import argparse, base64, difflib, hashlib, hmac, itertools, json, math, re, sys, urllib.request

# --- Ed25519 (RFC 8032, section 5.1.7) ---
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return (f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P
def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        result, point, n = add(result, point) if n & 1 else result, add(point, point), n >> 1
    return result
def point_of(data):
    sign, y = data[31] >> 7, int.from_bytes(data, "little") & ((1 << 255) - 1)
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P
BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def signature_holds(key, message, signature):
    fits = len(key) == 32 and len(signature) == 64
    a, r, s = fits and point_of(key), fits and point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if not a or not r or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not any((left[n] * right[2] - right[n] * left[2]) % P for n in (0, 1))
# --- Merkle tree (RFC 9162, section 2.1) ---
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()
def leaf_hash(entry):
    return sha(b"\0", entry.encode("utf-8", "surrogatepass"))
# Peaks: the complete subtrees of a tree, (level, hash) from left to right.
def grown(peaks, hashes):
    peaks = list(peaks)
    for value in hashes:
        peaks.append((0, value))
        while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
            (level, left), (_, right) = peaks[-2:]
            peaks[-2:] = [(level + 1, sha(b"\1", left, right))]
    return peaks
def root_of(peaks):
    value = peaks[-1][1] if peaks else sha()
    for _, left in reversed(peaks[:-1]):
        value = sha(b"\1", left, value)
    return value
def in_tree(index, size, value, proof, root):
    own, last = index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        value = sha(b"\1", sibling, value) if own & 1 or own == last else sha(b"\1", value, sibling)
        while own == last and not own & 1 and own:
            own, last = own >> 1, last >> 1
        own, last = own >> 1, last >> 1
    return 0 <= index < size and last == 0 and value == root
# --- keys and checkpoints ---
def read_keys(text):
    keys = {}  # (name, id) to 32 bytes
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, key_id, data = line.strip().split("+", 2)
            raw = base64.b64decode(data)
            if raw[:1] == b"\1" and sha(name.encode(), b"\n", raw)[:4].hex() == key_id:  # else it is not its own id
                keys[name, key_id] = raw[1:]
    return keys
def base_of(origin):
    # A log that went on from a backup names its generation behind its own name.
    return re.sub("/[0-9]+$", "", origin)
def open_checkpoint(note, keys):
    """(origin, size, root) of a note that a key of its own origin signed, else None."""
    try:
        text, _, lines = note.rpartition("\n\n")
        origin, size, root = text.split("\n")[:3]
        for line in lines.strip().split("\n"):
            name, data = re.fullmatch("\u2014 (\\S+) (\\S+)", line).groups()
            data = base64.b64decode(data)
            key = keys.get((name, data[:4].hex()))
            if key and name == base_of(origin) and signature_holds(key, f"{text}\n".encode(), data[4:]):
                return origin, int(size), base64.b64decode(root)
    except (ValueError, AttributeError):
        return None
def cosigned_by(note, witness_key):
    """Whether that witness cosigned the note (cosignature/v1)."""
    try:
        name, key_id, data = witness_key.split("+", 2)
        raw, (text, _, lines) = base64.b64decode(data), note.rpartition("\n\n")
        for line in lines.strip().split("\n"):
            signer, value = re.fullmatch("\u2014 (\\S+) (\\S+)", line).groups()
            value = base64.b64decode(value)
            if signer == name and value[:4].hex() == key_id == sha(name.encode(), b"\n", raw)[:4].hex() and raw[0] == 4:
                message = f"cosignature/v1\ntime {int.from_bytes(value[4:12], 'big')}\n{text}\n".encode()
                return signature_holds(raw[1:], message, value[12:])
    except (ValueError, AttributeError, IndexError):
        pass
    return False
# --- the entries ---
def read_line(text):
    """hash: of the entry as it stands; said: the one stored beside it; own: the number inside the entry."""
    line = dict(hash=None, said=None, own=None, label=None, prev=None, note=None, peaks=[])
    try:
        row = json.loads(text)
        line["label"], line["note"] = row.get("index"), row.get("checkpoint")
        line["peaks"] = [base64.b64decode(value) for value in row.get("peaks") or []]
        line["hash"] = leaf_hash(row["entry"])
        line["said"] = base64.b64decode(row.get("leaf_hash") or "")
        entry = json.loads(row["entry"])
        line["own"] = entry["index"] if isinstance(entry["index"], int) else None
        line["prev"] = base64.b64decode(entry.get("prev") or "")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return line
def signed_trees(lines, head, keys, findings):
    """{size: (root, peaks or None)} of all checkpoints that the log signed, and the findings among them."""
    signed = {head[1]: (head[2], None)}
    for line in lines:
        opened = open_checkpoint(line["note"], keys) if line["note"] else None
        if line["note"] and (not opened or base_of(opened[0]) != base_of(head[0])):
            findings.append(f"CHECKPOINT: the one stored with entry {line['label']} is not signed by the log")
        elif opened:
            _, size, root = opened
            levels = [bit for bit in reversed(range(size.bit_length())) if size >> bit & 1]
            peaks = list(zip(levels, line["peaks"]))
            if signed.get(size, (root,))[0] != root:
                findings.append(f"CHECKPOINT: two different trees of size {size} were signed (split view)")
            signed[size] = root, peaks if root_of(peaks) == root and len(peaks) == len(levels) else None
    return signed
def proven_hashes(lines, signed, size):
    """{number: hash} as far as what is known of the entries adds up to signed roots, and the parts where it doesn't."""
    known = [[] for _ in range(size)]
    for line in lines:
        before = line["own"] - 1 if line["own"] else None
        for number, value in ((line["own"], line["hash"]), (line["label"], line["said"]), (before, line["prev"])):
            if isinstance(number, int) and 0 <= number < size and value and value not in known[number]:
                known[number].append(value)
    proven, start, peaks, doubtful = {}, 0, [], []
    for end in sorted(signed):
        root, end_peaks = signed[end]
        few = math.prod(map(len, known[start:end])) * (end - start) <= 4 * 10**6
        ways = itertools.product(*known[start:end]) if few else ()
        fits = next((way for way in ways if root_of(grown(peaks, way)) == root), None)
        if fits is None:
            doubtful.append((start, end))
        else:
            proven.update(zip(range(start, end), fits))
            end_peaks = grown(peaks, fits)
        if end_peaks is not None:  # with a root only there is nothing to go on from: the next part spans this one
            start, peaks = end, end_peaks
    return proven, [part for part in doubtful if any(n not in proven for n in range(*part))]
def span(first, last):
    return f"entry {first}" if first == last else f"entries {first} to {last}"
def compare(lines, proven, doubtful, size):
    """What was done to the entries: (number of the entry, finding)."""
    findings, number_of = [], {value: number for number, value in proven.items()}
    alone = {first for first, end in doubtful if end == first + 1}
    seen, foreign = {}, []
    for at, line in enumerate(lines):
        number, own = number_of.get(line["hash"]), line["own"]
        if number is None and own is not None and own < size and own not in proven and own not in alone:
            number = own if line["hash"] == line["said"] and own not in seen else None
        if number is None:
            foreign.append(at)
        elif number in seen:
            findings.append((number, f"INSERTED: entry {number} stands a second time, at line {at + 1}"))
        else:
            seen[number] = at
    missing = [number for number in range(size) if number not in seen]
    at_line = {at: number for number, at in seen.items()}
    for at in foreign:
        before = next((at_line[n] for n in range(at - 1, -1, -1) if n in at_line), -1)
        after = next((at_line[n] for n in range(at + 1, len(lines)) if n in at_line), size)
        place = [n for n in (lines[at]["own"], lines[at]["label"]) if n in missing]
        place += [number for number in missing if before < number < after]
        if place:
            missing.remove(place[0])
            findings.append((place[0], f"CHANGED: entry {place[0]} is not the one that was signed (line {at + 1})"))
        else:
            where = f"line {at + 1}, " + (f"after entry {before}" if before >= 0 else "before entry 0")
            findings.append((before + 1, f"INSERTED: {where}, is no entry that was signed"))
    for first in (number for number in missing if number - 1 not in missing):
        last = next(number for number in itertools.count(first) if number + 1 not in missing)
        findings.append((first, f"DELETED: {span(first, last)} missing, between {first - 1} and {last + 1}"))
    order, right = list(seen), sorted(seen)
    wrong = [number for at, number in enumerate(right) if order[at] != number]
    if len(wrong) == 2:
        findings.append((wrong[0], f"REORDERED: entries {wrong[0]} and {wrong[1]} are swapped"))
    elif wrong:
        for tag, _, _, start, end in difflib.SequenceMatcher(None, right, order, False).get_opcodes():
            for at in range(start, end if tag in ("insert", "replace") else start):
                behind = f"after entry {order[at - 1]}" if at else "first"
                findings.append((order[at], f"REORDERED: entry {order[at]} stands {behind}"))
    touched = {number for number, _ in findings}
    for first, end in doubtful:
        if not any(first <= number <= end for number in touched):
            findings.append((first, f"CHANGED: {span(first, end - 1)}: at least one is not what was signed"))
    for number, line in ((number, lines[at]) for number, at in seen.items()):
        if (line["said"] or line["hash"]) != line["hash"] or not touched and line["label"] != number:
            findings.append((number, f"CHANGED: the hash or number beside entry {number} (the entry is as signed)"))
    return [text for _, text in sorted(findings)]
def check_witness(note, witness_key, keys, log):
    name, seen = witness_key.split("+")[0], open_checkpoint(note, keys)
    if not seen or base_of(seen[0]) != base_of(log[0]):
        return [f"WITNESS: what {name} has is not signed by a key of this log"]
    if not cosigned_by(note, witness_key):
        return [f"WITNESS: {name} has not cosigned what it has, or its key is another"]
    if seen[0] != log[0]:
        return [f"WITNESS: {name} has seen {seen[0]}, this is {log[0]}: a backup was taken up"]
    start = [log[3].get(number) for number in range(min(seen[1], log[1]))]
    if seen[1] > log[1]:
        return [f"WITNESS: {name} has seen {seen[1]} entries, the log has {log[1]}: it was turned back"]
    if None in start or root_of(grown([], start)) != seen[2]:
        return [f"WITNESS: the first {seen[1]} entries are not those that {name} has seen"]
    print(f"ok: {name} cosigned the first {seen[1]} entries")
    return []
def check_log(lines, checkpoint, keys, since):
    """((origin, size, root, hashes) or None, findings)"""
    head, old, findings = open_checkpoint(checkpoint, keys), open_checkpoint(since or "", keys), []
    if not head:
        return None, ["CHECKPOINT: not signed by a key of this log"]
    root = root_of(grown([], [line["hash"] or b"" for line in lines]))
    tips = signed_trees(lines[-1:], head, keys, [])
    whole = tips.get(len(lines), (None,))[0] == root and len(lines) == max(tips)
    # A long log that adds up needs no other checkpoint: each takes some milliseconds.
    signed = tips if whole and len(lines) > 2000 else signed_trees(lines, head, keys, findings)
    size = max(signed)
    exact = {number: line["hash"] for number, line in enumerate(lines)}, []
    proven, doubtful = exact if whole else proven_hashes(lines, signed, size)
    findings += compare(lines, proven, doubtful, size)
    if since and (not old or base_of(old[0]) != base_of(head[0])):
        findings.append("SINCE: the earlier checkpoint is not signed by a key of this log")
    elif old and old[1] > size:
        findings.append(f"SINCE: the log had {old[1]} entries, now {size}: entries {size} to {old[1] - 1} are missing")
    elif old:
        start = [proven.get(number) for number in range(old[1])]
        if None in start:
            findings.append(f"SINCE: consistency with size {old[1]} cannot be shown while entries are missing")
        elif root_of(grown([], start)) != old[2]:
            findings.append(f"SINCE: the first {old[1]} entries are not those of the earlier checkpoint: rewritten")
    if old and old[0] != head[0] and any(finding.startswith("SINCE:") for finding in findings):
        findings.append(f"SINCE: a backup was taken up between {old[0]} and {head[0]}; what it lacked is not in the log")
    return (head[0], size, signed[size][0], proven), findings
# --- the receipt ---
def check_receipt(text, keys, log):
    unpadded = lambda part: base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    try:
        file = json.loads(text)
        head, body, signature = file["jws"].split(".")
        header, receipt = json.loads(unpadded(head)), json.loads(unpadded(body))
        key = keys.get((receipt["issuer"] + "/receipts", header["kid"])) if header["alg"] == "EdDSA" else None
        if not key or not signature_holds(key, f"{head}.{body}".encode(), unpadded(signature)):
            return ["RECEIPT: not signed by a receipt key of this log"]
        part, opening, words = receipt["log"], receipt["opening"], receipt["notice"]
        value, entry, tree = leaf_hash(part["entry"]), json.loads(part["entry"]), open_checkpoint(part["checkpoint"], keys)
        proof = [base64.b64decode(item) for item in part["inclusion_proof"]]
        record = json.dumps(receipt["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        named_words = receipt["record"]["pii_processing"][0]["privacy_notice"]["digest"]
        is_log = bool(tree) and base_of(tree[0]) == receipt["issuer"] and tree[1] == part["size"]
        checks = [
            (file.get("receipt", receipt) == receipt, "what can be read differs from what was signed"),
            (is_log, "its checkpoint is not signed by the log"),
            (not is_log or in_tree(part["index"], tree[1], value, proof, tree[2]), "its proof does not lead into the tree"),
            (hashlib.sha256(words["words"].encode()).hexdigest() == words["sha256"], "the words do not fit their hash"),
            (named_words == "sha256:" + words["sha256"], "the words are not those that the record names"),
            (receipt["record"]["record_id"] == opening["tx"], "the record is of another transaction"),
            (entry["event"] == 240 and entry["index"] == part["index"], "the entry is not this consent"),
            (not log or log[3].get(part["index"]) == value, f"the log holds another entry {part['index']}, or none"),
        ]
        for what, inside in (("tx", opening["tx"]), ("person", opening.get("person", "")), ("record", record)):
            message = f"{what}\n{entry['index']}\n{inside}".encode()
            opened = hmac.new(bytes.fromhex(opening["salt"]), message, hashlib.sha256).hexdigest()
            checks.append((not inside or opened == entry.get(what), f"the entry's commitment to the {what} does not open"))
        return ["RECEIPT: " + what for holds, what in checks if not holds]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        return [f"RECEIPT: cannot be read ({type(error).__name__})"]
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?")
    for name in ("entries", "checkpoint", "keys", "since", "receipt", "save"):
        parser.add_argument("--" + name)
    parser.add_argument("--witness", action="append", default=[])
    args = parser.parse_args()

    def text_of(file, path):
        if not file and not (args.url and path):
            return None
        with open(file, "rb") if file else urllib.request.urlopen(args.url.rstrip("/") + path, timeout=60) as source:
            return source.read().decode("utf-8")

    try:
        # The entries after the checkpoint: the log may grow in between.
        files = (args.keys, "/log/keys"), (args.checkpoint, "/log/checkpoint"), (args.entries, "/log/export")
        keys, checkpoint, entries = itertools.starmap(text_of, files)
        since, receipt = text_of(args.since, None), text_of(args.receipt, None)
        witnesses = []
        for key, place in (value.split(None, 1) for value in args.witness):
            url = place.rstrip("/") + "/checkpoint" if "://" in place else None
            with urllib.request.urlopen(url, timeout=60) if url else open(place, "rb") as source:
                witnesses.append((key, source.read().decode("utf-8")))
        if keys is None or (checkpoint is None or entries is None) and receipt is None:
            parser.error("give an address, or --keys with --entries and --checkpoint, or --keys with --receipt")
        keys = read_keys(keys)
    except (OSError, ValueError) as error:
        print(f"cannot be checked: {error}")
        return 2
    log, findings = None, []
    if checkpoint is not None and entries is not None:
        log, findings = check_log([read_line(line) for line in entries.split("\n") if line], checkpoint, keys, since)
        for key, note in witnesses if log else ():
            findings += check_witness(note, key, keys, log)
        if not findings:
            print(f"ok: {log[0]}, {log[1]} entries, root {base64.b64encode(log[2]).decode()}")
    if receipt is not None:
        of_receipt = check_receipt(receipt, keys, log)
        if not of_receipt:
            print("ok: the receipt is genuine" + (", and its entry is in the log" if log else ""))
        findings += of_receipt
    print("".join(finding + "\n" for finding in findings), end="")
    if args.save and log and not findings:
        open(args.save, "wb").write(checkpoint.encode())
    return 1 if findings else 0
if __name__ == "__main__":
    sys.exit(main())
