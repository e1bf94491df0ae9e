# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs on one system or with one Qt alone, in parsed sources: (line, what is wrong) each."""

import ast
import re

# gone, renamed or moved in Qt 6, or in PyQt6; enum values have a rule of their own
GONE_FROM_QT = {
    "QDesktopWidget": "QGuiApplication.screens",
    "QMatrix": "QTransform",
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QSignalMapper": "a lambda",
    "QStringRef": "str",
    "QTextCodec": "Python's encode",
    "QWebView": "QTextBrowser",
    "fromTime_t": "fromSecsSinceEpoch",
    "setTime_t": "setSecsSinceEpoch",
    "toTime_t": "toSecsSinceEpoch",
}
# what events of Qt 6 say by position(), globalPosition(), modifiers() and buttons() only
_OF_A_POINTER = {"globalPos", "globalX", "globalY", "localPos", "screenPos", "windowPos", "x", "y"}
_OF_A_DROP = {"keyboardModifiers", "mouseButtons", "pos", "posF"}
GONE_FROM_EVENTS = {
    "QMouseEvent": _OF_A_POINTER,
    "QWheelEvent": {*_OF_A_POINTER, "delta", "orientation", "pos", "posF"},
    "QDropEvent": _OF_A_DROP,
    "QDragMoveEvent": _OF_A_DROP,
    "QDragEnterEvent": _OF_A_DROP,
}
# modules that Python has on one family of systems only
UNIX_ONLY = {"crypt", "curses", "fcntl", "grp", "posix", "pwd", "resource", "syslog", "termios", "tty"}
# functions that are missing on Windows, or do something else there
UNIX_CALLS = {
    "os.fork": "start processes by spawn",
    "os.getpgid": "none on Windows",
    "os.getuid": "none on Windows",
    "os.kill": "terminate the process object",
    "os.killpg": "none on Windows",
    "os.mkfifo": "none on Windows",
    "os.rename": "os.replace, for a file that exists is an error on Windows",
    "os.setsid": "none on Windows",
    "os.symlink": "not allowed to everybody on Windows",
    "os.uname": "platform.uname",
    "signal.SIGKILL": "none on Windows",
    "time.tzset": "none on Windows",
}
_TEXT_CALLS = {"read_text", "write_text"}
_PLACES = re.compile(r"^(/(tmp|var|usr|etc|home|opt|proc|dev|bin|mnt|Users)(/|$)|[A-Za-z]:\\)")
_UNPADDED = re.compile(r"%-[dHIjmMSUWy]")
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,5}$")
_OVERLOADS = {"activated", "currentIndexChanged", "highlighted", "valueChanged", "buttonClicked"}


def by_its_own_name(tree):
    """Find imports of the package by name: QGIS loads it under the name of its folder."""
    for node in ast.walk(tree):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        for name in names:
            if name.partition(".")[0] == "regard":
                yield node.lineno, f"{name}: a relative import"


def gone_from_qt(tree):
    """Find names and overloads that Qt 6 has no longer."""
    for node in ast.walk(tree):
        name = getattr(node, "attr", None) or getattr(node, "id", None)
        if isinstance(node, ast.alias):
            name = node.name
        if name in GONE_FROM_QT:
            yield node.lineno, f"{name}: take {GONE_FROM_QT[name]}"
        if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") in _OVERLOADS:
            yield node.lineno, f"{node.value.attr}[...]: signals have no overload by text in Qt 6"
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "setMargin"
            and len(node.args) == 1
        ):
            yield node.lineno, "setMargin: take setContentsMargins"
        if isinstance(node, ast.FunctionDef):
            yield from _gone_from_events(node)


def _gone_from_events(function):
    choices = (node for node in ast.walk(function) if isinstance(node, ast.IfExp))
    asked = {part for node in choices if "hasattr" in ast.unparse(node.test) for part in ast.walk(node)}
    for argument in function.args.args:
        kind = ast.unparse(argument.annotation) if argument.annotation else ""
        for node in ast.walk(function):
            of_it = isinstance(node, ast.Attribute) and ast.unparse(node.value) == argument.arg
            if of_it and node.attr in GONE_FROM_EVENTS.get(kind, ()) and node not in asked:
                yield node.lineno, f"{kind}.{node.attr}"


def without_encoding(tree):
    """Find texts that are read or written in the code page of Windows."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or any(word.arg in ("encoding", None) for word in node.keywords):
            continue
        name = _name(node.func)
        last = name.rpartition(".")[2]
        at = {"read_text": 0, "write_text": 1}.get(last)
        if at is not None and len(node.args) <= at:
            yield node.lineno, f"{last} without encoding"
        if name in ("open", "os.fdopen", "gzip.open") or (last == "open" and _is_mode(node.args[:1])):
            mode = _mode(node, first=name not in ("open", "os.fdopen", "gzip.open"))
            if "b" not in mode and not (name == "gzip.open" and "t" not in mode):
                yield node.lineno, f"{name} without encoding"
        if last in ("run", "Popen", "check_output") and name.startswith("subprocess"):
            words = {word.arg: word.value for word in node.keywords}
            if {"text", "universal_newlines"} & set(words):
                yield node.lineno, f"{name} as text without encoding"
        if last == "NamedTemporaryFile" and "b" not in _mode(node, first=True, usual="w+b"):
            yield node.lineno, f"{last} without encoding"


def one_system_only(tree):
    """Find modules, calls, folders and time formats that only some systems have."""
    guarded = _guarded(tree)
    looks = (_modules, _calls, _words, _names_of_files)
    for node in ast.walk(tree):
        if node not in guarded:
            yield from ((node.lineno, what) for look in looks for what in look(node))


def _modules(node):
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    if isinstance(node, ast.ImportFrom):
        names.append(node.module or "")
    return [f"import {name}" for name in names if name in UNIX_ONLY]


def _calls(node):
    if isinstance(node, ast.Attribute) and (why := UNIX_CALLS.get(_name(node))):
        yield f"{_name(node)}: {why}"
    if isinstance(node, ast.Call) and _name(node.func).endswith(".rename") and _renames_a_file(node):
        yield "Path.rename: replace, for a file that exists is an error on Windows"


def _words(node):
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if _PLACES.match(text):
        yield f"{text!r}: a place of one system"
    if _UNPADDED.search(text):
        yield f"{text!r}: Windows knows no %-d"
    if text in ("fork", "forkserver"):
        yield f"{text!r}: processes start by spawn everywhere"


def _names_of_files(node):
    if isinstance(node, ast.JoinedStr) and _is_name_with_colon(node):
        yield f"{ast.unparse(node)}: a file name with a colon"


def _name(node):
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else getattr(node, "attr", "")


def _is_mode(arguments):
    # without any it is mostly a dialog that opens
    given = arguments[0].value if arguments and isinstance(arguments[0], ast.Constant) else ""
    return bool(re.fullmatch(r"[rwaxbt+]{1,3}", str(given)))


def _mode(node, *, first, usual="r"):
    given = [word.value for word in node.keywords if word.arg == "mode"]
    given += node.args[:1] if first else node.args[1:2]
    return str(given[0].value) if given and isinstance(given[0], ast.Constant) else usual


def _guarded(tree):
    """Return what stands in a ``try`` that catches ImportError, or under a question for the platform."""
    inside = set()
    for node in ast.walk(tree):
        caught = isinstance(node, ast.Try) and any(
            "ImportError" in ast.unparse(one.type) or "ModuleNotFoundError" in ast.unparse(one.type)
            for one in node.handlers
            if one.type
        )
        asked = isinstance(node, ast.If) and re.search(r"sys\.platform|os\.name", ast.unparse(node.test))
        if caught or asked:
            inside.update(ast.walk(node))
    return inside


def _renames_a_file(call):
    # frames and tables are renamed by keyword or by a mapping
    named = r"path|file|folder|target|with_name"
    return (
        len(call.args) == 1
        and not call.keywords
        and re.search(named, ast.unparse(call.args[0]), re.IGNORECASE)
    )


def _is_name_with_colon(node):
    last = node.values[-1] if node.values else None
    if not (isinstance(last, ast.Constant) and _SUFFIX.search(str(last.value))):
        return False
    specs = (one.format_spec for one in node.values if isinstance(one, ast.FormattedValue))
    texts = [ast.unparse(spec) for spec in specs if spec is not None]
    return any("%" in text and ":" in text for text in texts)
