#!/usr/bin/env python3
"""Checks a MyData platform's log of transfer events and a resident's receipt, without the platform's code.

  verify_log.py https://platform.example                 everything, over the network
  verify_log.py --entries log.ndjson --checkpoint checkpoint.txt --keys keys.txt
  … --since old-checkpoint.txt     the log still begins with what an earlier checkpoint covered
  … --receipt receipt.json         the receipt is genuine and in the log
  … --save checkpoint.txt          keeps the checkpoint, for --since another time

Needs Python 3.8 or newer and nothing else; with python3-cryptography it is faster. Exit code 0: all holds, 1: findings,
2: it could not be checked. Formats: RFC 9162 (tree), c2sp.org/signed-note, c2sp.org/tlog-checkpoint, RFC 7515 (receipt).
"""
import argparse, base64, hashlib, hmac, itertools, json, re, sys, urllib.request

try:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

# --- Ed25519 (RFC 8032), for machines without python3-cryptography ---------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    w, x, y, z = f - e, h - g, h + g, f + e
    return w * x % P, y * z % P, x * y % P, w * z % P


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    if Ed25519PublicKey:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
            return True
        except Exception:
            return False
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if not a or not r or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- Merkle tree (RFC 9162, section 2.1) -----------------------------------------------------------------------------
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(entry):
    return sha(b"\0", entry.encode("utf-8", "surrogatepass"))


def grown(peaks, hashes):
    """Peaks of a tree, (level, hash) from left to right, after more leaves."""
    peaks = list(peaks)
    for value in hashes:
        peaks.append((0, value))
        while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
            (level, left), (_, right) = peaks[-2:]
            peaks[-2:] = [(level + 1, sha(b"\1", left, right))]
    return peaks


def root_of(peaks):
    if not peaks:
        return sha()
    value = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        value = sha(b"\1", left, value)
    return value


def with_levels(size, hashes):
    levels = [bit for bit in reversed(range(size.bit_length())) if size >> bit & 1]
    return list(zip(levels, hashes)) if len(levels) == len(hashes) else None


def in_tree(index, size, value, proof, root):
    if not 0 <= index < size:
        return False
    own, last = index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if own & 1 or own == last:
            value = sha(b"\1", sibling, value)
            while not own & 1 and own:
                own, last = own >> 1, last >> 1
        else:
            value = sha(b"\1", value, sibling)
        own, last = own >> 1, last >> 1
    return last == 0 and value == root


# --- notes and keys --------------------------------------------------------------------------------------------------
def read_keys(text):
    """{(name, id): 32 bytes}; a key whose id is not its own is not taken."""
    keys = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, key_id, data = line.strip().split("+", 2)
            raw = base64.b64decode(data)
            if raw[:1] == b"\1" and sha(name.encode(), b"\n", raw)[:4].hex() == key_id:
                keys[name, key_id] = raw[1:]
    return keys


def open_checkpoint(note, keys):
    """(origin, size, root) of a note that a known key of its own origin signed, else None."""
    try:
        text, _, lines = note.rpartition("\n\n")
        text += "\n"
        origin, size, root = text.split("\n")[:3]
        for line in lines.strip().split("\n"):
            name, data = re.fullmatch("\u2014 (\\S+) (\\S+)", line).groups()
            data = base64.b64decode(data)
            key = keys.get((name, data[:4].hex()))
            if key and name == origin and signature_holds(key, text.encode(), data[4:]):
                return origin, int(size), base64.b64decode(root)
    except (ValueError, AttributeError):
        pass
    return None


# --- the entries -----------------------------------------------------------------------------------------------------
def read_line(text):
    """hash: of the entry as it stands · said: the hash stored beside it · own: the number inside the entry."""
    line = dict(hash=None, said=None, own=None, label=None, prev=None, note=None, peaks=[])
    try:
        row = json.loads(text)
        line["label"], line["note"], line["peaks"] = row.get("index"), row.get("checkpoint"), row.get("peaks") or []
        line["hash"] = leaf_hash(row["entry"])
        line["said"] = base64.b64decode(row.get("leaf_hash") or "")
        entry = json.loads(row["entry"])
        line["own"] = entry.get("index")
        line["prev"] = base64.b64decode(entry.get("prev") or "")
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return line


def proven_hashes(lines, signed, size):
    """{number: hash}, as far as the entries, or what is known of them, add up to signed roots."""
    known = [[] for _ in range(size)]
    for line in lines:
        for number, value in ((line["own"], line["hash"]), (line["label"], line["said"])):
            if isinstance(number, int) and 0 <= number < size and value and value not in known[number]:
                known[number].append(value)
        if isinstance(line["own"], int) and 0 < line["own"] <= size and line["prev"]:
            if line["prev"] not in known[line["own"] - 1]:
                known[line["own"] - 1].append(line["prev"])
    proven, start, peaks, doubtful = {}, 0, [], []
    for end in sorted(signed):
        root, end_peaks = signed[end]
        ways, fits = 1, None
        for number in range(start, end):
            ways = min(ways * len(known[number]), 10**6)
        if peaks is not None and ways * (end - start) <= 4 * 10**6:
            for way in itertools.product(*known[start:end]):
                if root_of(grown(peaks, way)) == root:
                    fits = way
                    break
        if fits is None:
            doubtful.append((start, end))
        else:
            proven.update(zip(range(start, end), fits))
            end_peaks = grown(peaks, fits)
        if end_peaks is None:
            continue  # only a root: nothing to go on from; the next one spans this part too
        start, peaks = end, end_peaks
    return proven, [part for part in doubtful if any(n not in proven for n in range(*part))]


def spans(numbers):
    parts = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return parts


def named(first, last):
    return f"entry {first}" if first == last else f"entries {first} to {last}"


def compare(lines, proven, doubtful, size):
    """What was done to the entries, each finding by the number of the entry."""
    findings, number_of = [], {value: number for number, value in proven.items()}
    alone = {first for first, end in doubtful if end == first + 1}
    order, seen, foreign = [], {}, []
    for at, line in enumerate(lines):
        number = number_of.get(line["hash"])
        if number is None and isinstance(line["own"], int) and line["own"] < size and line["own"] not in proven:
            if line["hash"] == line["said"] and line["own"] not in seen and line["own"] not in alone:
                number = line["own"]
        if number is None:
            foreign.append(at)
        elif number in seen:
            findings.append((number, f"INSERTED: entry {number} stands a second time, at line {at + 1}"))
        else:
            seen[number] = at
            order.append(number)
    missing = [number for number in range(size) if number not in seen]
    at_line = {at: number for number, at in seen.items()}
    for at in foreign:
        before = next((at_line[n] for n in range(at - 1, -1, -1) if n in at_line), -1)
        after = next((at_line[n] for n in range(at + 1, len(lines)) if n in at_line), size)
        nearby = [number for number in missing if before < number < after]
        place = [n for n in (lines[at]["own"], lines[at]["label"]) if n in missing] + nearby
        if place:
            missing.remove(place[0])
            findings.append((place[0], f"CHANGED: entry {place[0]} is not the one that was signed (line {at + 1})"))
        else:
            where = f"after entry {before}" if before >= 0 else "before entry 0"
            findings.append((before + 1, f"INSERTED: line {at + 1}, {where}, is no entry that was signed"))
    for first, last in spans(missing):
        findings.append((first, f"DELETED: {named(first, last)} missing, between {first - 1} and {last + 1}"))
    right = sorted(order)
    wrong = [at for at in range(len(order)) if order[at] != right[at]]
    if len(wrong) == 2:
        findings.append((right[wrong[0]], "REORDERED: entries {} and {} are swapped".format(*(right[n] for n in wrong))))
    elif wrong:
        rising = []  # longest rising run: what stands outside it was moved
        best = []
        for number in order:
            tail = max((run for run in best if run[-1] < number), key=len, default=[])
            best.append(tail + [number])
        rising = set(max(best, key=len)) if len(order) <= 3000 else set()
        for number in (n for n in order if n not in rising):
            at = order.index(number)
            findings.append((number, f"REORDERED: entry {number} stands after entry {order[at - 1] if at else '(none)'}"))
    touched = {number for number, _ in findings}
    for first, end in doubtful:
        if not any(first <= number <= end for number in touched):
            findings.append((first, f"CHANGED: {named(first, end - 1)}: at least one is not what was signed"))
    for number, at in seen.items():
        line = lines[at]
        if line["said"] is not None and line["said"] != line["hash"]:
            findings.append((number, f"CHANGED: the hash stored beside entry {number} (the entry is as signed)"))
        if not wrong and not touched and line["label"] != number:
            findings.append((number, f"CHANGED: line {at + 1} calls entry {number} “{line['label']}”"))
    return [text for _, text in sorted(findings)]


def check_log(lines, checkpoint, keys, since):
    findings, signed, notes = [], {}, {}
    head = open_checkpoint(checkpoint, keys)
    if not head:
        return None, ["CHECKPOINT: not signed by a key of this log"]
    origin = head[0]
    signed[head[1]] = head[2], None
    quick = Ed25519PublicKey or len(lines) <= 400
    plain = grown([], [line["hash"] or b"" for line in lines[: head[1]]])
    whole = len(lines) >= head[1] and root_of(plain) == head[2]
    for at, line in enumerate(lines):
        if not line["note"] or not (quick or not whole or at == len(lines) - 1):
            continue
        opened = open_checkpoint(line["note"], keys)
        try:
            peaks = opened and with_levels(opened[1], [base64.b64decode(value) for value in line["peaks"]])
        except (ValueError, TypeError):
            peaks = None
        if not opened or opened[0] != origin or opened[1] - 1 != line["own"] and line["hash"] == line["said"]:
            findings.append(f"CHECKPOINT: the one stored with entry {line['own']} is not the log's own")
        elif notes.setdefault(opened[1], opened[2]) != opened[2] or opened[1] == head[1] and opened[2] != head[2]:
            findings.append(f"CHECKPOINT: two different trees of size {opened[1]} were signed (split view)")
        else:
            signed[opened[1]] = opened[2], peaks if peaks is not None and root_of(peaks) == opened[2] else None
    size = max(signed)
    old = open_checkpoint(since, keys) if since else None
    if since and (not old or old[0] != origin):
        findings.append("SINCE: the earlier checkpoint is not signed by a key of this log")
    elif old and old[1] > size:
        findings.append(f"SINCE: the log had {old[1]} entries, now {size}: entries {size} to {old[1] - 1} are missing")
    if len(lines) == size and root_of(grown([], [line["hash"] or b"" for line in lines])) == signed[size][0]:
        proven, doubtful = {number: line["hash"] for number, line in enumerate(lines)}, []
    else:
        proven, doubtful = proven_hashes(lines, signed, size)
    findings += compare(lines, proven, doubtful, size)
    if old and 0 < old[1] <= size:
        start = [proven.get(number) for number in range(old[1])]
        if None in start:
            findings.append(f"SINCE: consistency with size {old[1]} cannot be shown, entries before it are missing")
        elif root_of(grown([], start)) != old[2]:
            findings.append(f"SINCE: the first {old[1]} entries are not those of the earlier checkpoint: rewritten")
    return (origin, size, signed[size][0], proven), findings


# --- the receipt -----------------------------------------------------------------------------------------------------
def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def check_receipt(text, keys, log):
    findings = []
    try:
        file = json.loads(text)
        head, body, signature = file["jws"].split(".")
        header, receipt = json.loads(unpadded(head)), json.loads(unpadded(body))
        key = keys.get((receipt["issuer"] + "/receipts", header.get("kid")))
        if header.get("alg") != "EdDSA" or not key or not signature_holds(
            key, f"{head}.{body}".encode(), unpadded(signature)
        ):
            return ["RECEIPT: not signed by a receipt key of this log"]
        if file.get("receipt") != receipt:
            findings.append("RECEIPT: what can be read differs from what was signed")
        part, opening, words = receipt["log"], receipt["opening"], receipt["notice"]
        value, entry = leaf_hash(part["entry"]), json.loads(part["entry"])
        tree = open_checkpoint(part["checkpoint"], keys)
        proof = [base64.b64decode(item) for item in part["inclusion_proof"]]
        if not tree or tree[0] != receipt["issuer"] or tree[1] != part["size"]:
            findings.append("RECEIPT: its checkpoint is not signed by the log")
        elif not in_tree(part["index"], tree[1], value, proof, tree[2]):
            findings.append(f"RECEIPT: its proof does not put entry {part['index']} into the tree")
        if hashlib.sha256(words["words"].encode()).hexdigest() != words["sha256"]:
            findings.append("RECEIPT: the words are not those of their hash")
        if receipt["record"]["pii_processing"][0]["privacy_notice"]["digest"] != "sha256:" + words["sha256"]:
            findings.append("RECEIPT: the words are not those that the record names")
        record = json.dumps(receipt["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        for what, inside in (("tx", opening["tx"]), ("person", opening.get("person")), ("record", record)):
            message = f"{what}\n{entry['index']}\n{inside}".encode()
            opened = hmac.new(bytes.fromhex(opening["salt"]), message, hashlib.sha256).hexdigest()
            if (inside is not None or entry.get(what)) and opened != entry.get(what):
                findings.append(f"RECEIPT: the entry's commitment to the {what} does not open")
        if receipt["record"]["record_id"] != opening["tx"] or entry["event"] != 240 or entry["ok"] is not True:
            findings.append("RECEIPT: the entry is not the consent of this record")
        if log and log[0] == receipt["issuer"] and log[3].get(part["index"]) != value:
            findings.append(f"RECEIPT: the log holds another entry {part['index']}, or none")
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        findings.append(f"RECEIPT: cannot be read ({type(error).__name__})")
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("url", nargs="?")
    for name in ("entries", "checkpoint", "keys", "since", "receipt", "save"):
        parser.add_argument("--" + name)
    args = parser.parse_args()

    def text_of(file, path, needed=True):
        if file:
            with open(file, encoding="utf-8", newline="") as handle:
                return handle.read()
        if args.url and path:
            with urllib.request.urlopen(args.url.rstrip("/") + path, timeout=60) as answer:
                return answer.read().decode("utf-8")
        if needed:
            parser.error("give an address, or --entries, --checkpoint and --keys")

    try:
        keys = read_keys(text_of(args.keys, "/log/keys"))
        checkpoint = text_of(args.checkpoint, "/log/checkpoint", needed=not args.receipt)
        # After the checkpoint: the log may grow in between.
        entries = checkpoint is not None and text_of(args.entries, "/log/export")
        since, receipt = text_of(args.since, None, False), text_of(args.receipt, None, False)
    except (OSError, ValueError) as error:
        print(f"cannot be checked: {error}")
        return 2
    log, findings = None, []
    if checkpoint is not None:
        lines = [read_line(line) for line in entries.split("\n") if line]
        log, findings = check_log(lines, checkpoint, keys, since)
        if log and not findings:
            print(f"ok: {log[0]}, {log[1]} entries, root {base64.b64encode(log[2]).decode()}")
        if args.save and not findings:
            with open(args.save, "w", encoding="utf-8", newline="") as handle:
                handle.write(checkpoint)
    if receipt:
        more = check_receipt(receipt, keys, log)
        findings += more
        if not more:
            print("ok: the receipt is genuine" + (", and its entry is in the log" if log else ""))
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
