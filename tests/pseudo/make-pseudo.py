#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a language that nobody speaks, to see by it which words of the program are not translated and which have not the
# room that other languages need: every letter gets an accent, every word becomes four tenths longer.
#
#   make-pseudo.py SOURCE-FOLDER FOLDER/LANGUAGE.po
#
# The words are those of the sources that po/POTFILES.in names. Beside the catalogue are written: what programs read of
# it, FOLDER/LANGUAGE/LC_MESSAGES/marathon.mo; a locale to run programs in, FOLDER/LANGUAGE.UTF-8 (for LOCPATH, with
# LC_ALL=LANGUAGE.UTF-8: what the C locale says is never translated); and LANGUAGE.po.d, what all this was made from.

import ast
import os
import re
import subprocess
import sys

DOMAIN = 'marathon'

# As i18n.gettext's preset 'glib' has them, and those with a domain, which it has not.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']

PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
ACCENTED = 'áƀćďéƒğĥíĵķļḿñóþɋŕšťúṽŵẍýžÁƁĆĎÉƑĞĤÍĴĶĻḾÑÓÞɊŔŠŤÚṼŴẌÝŽ'
ACCENTS = dict(zip(PLAIN, ACCENTED))
LONGER = 0.4

# What must stay as it is: what printf and strftime put in, tags and entities of markup.
KEPT = re.compile(r"%(?:\d+\$)?[-+#0'_^EO]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|q|j|z|t|L)?(?:<PRI\w+>|[A-Za-z%])"
                  r'|</?[A-Za-z][^<>]*>|&#?\w+;')


def accent(text):
    """A piece of text without anything that must be kept."""
    letters = 0
    accented = []
    for character in text:
        replacement = ACCENTS.get(character, character)
        accented.append(replacement)
        if character in ACCENTS:
            if int((letters + 1) * LONGER) > int(letters * LONGER):
                accented.append(replacement.lower())
            letters += 1
    return ''.join(accented)


def pseudo(text):
    pieces = []
    start = 0
    for kept in KEPT.finditer(text):
        pieces += [accent(text[start:kept.start()]), kept.group()]
        start = kept.end()
    return ''.join(pieces + [accent(text[start:])])


def read_messages(lines):
    """Yields the entries of a catalogue: comments, and texts by keyword ('msgid', 'msgctxt' ...)."""
    comments, texts, keyword = [], {}, None
    for line in lines + ['']:
        if line.startswith('#'):
            comments.append(line)
        elif line.startswith('"'):
            texts[keyword] += ast.literal_eval(line)
        elif line:
            keyword, text = line.split(' ', 1)
            texts[keyword] = ast.literal_eval(text)
        elif texts:
            yield comments, texts
            comments, texts = [], {}


def quote(text):
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{escaped}"'


def write_message(comments, texts):
    """The entry with its translation."""
    lines = list(comments)
    lines += [f'{keyword} {quote(texts[keyword])}' for keyword in ('msgctxt', 'msgid', 'msgid_plural') if keyword in texts]
    if 'msgid_plural' in texts:
        lines.append(f'msgstr[0] {quote(pseudo(texts["msgid"]))}')
        lines.append(f'msgstr[1] {quote(pseudo(texts["msgid_plural"]))}')
    else:
        lines.append(f'msgstr {quote(pseudo(texts["msgid"]))}')
    return '\n'.join(lines) + '\n'


def write_header(language):
    fields = ['Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: 8bit', 'MIME-Version: 1.0',
              f'Language: {language}', 'Plural-Forms: nplurals=2; plural=(n != 1);']
    return 'msgid ""\nmsgstr ""\n' + ''.join(quote(field + '\n') + '\n' for field in fields)


def list_sources(root):
    """The C files and templates that translators are shown."""
    with open(os.path.join(root, 'po', 'POTFILES.in'), encoding='utf-8') as potfiles:
        listed = [line.strip() for line in potfiles]
    return [path for path in listed
            if path.endswith(('.c', '.h', '.ui')) and os.path.exists(os.path.join(root, path))]


def extract(root, sources):
    """The lines of the catalogue of all words, without translations."""
    command = ['xgettext', '--from-code=UTF-8', '--no-wrap', '--force-po', '--output=-', '--files-from=-',
               f'--directory={root}', *(f'--keyword={keyword}' for keyword in KEYWORDS),
               '--flag=g_dngettext:2:pass-c-format', '--flag=g_dngettext:3:pass-c-format', '--flag=_:1:pass-c-format']
    done = subprocess.run(command, input='\n'.join(sources), stdout=subprocess.PIPE, check=True, encoding='utf-8')
    return done.stdout.split('\n')


def main(root, catalogue):
    folder = os.path.dirname(catalogue)
    language = os.path.basename(catalogue).removesuffix('.po')
    sources = list_sources(root)
    messages = [entry for entry in read_messages(extract(root, sources)) if entry[1]['msgid']]
    with open(catalogue, 'w', encoding='utf-8') as po:
        po.write('\n'.join([write_header(language), *(write_message(*message) for message in messages)]))

    compiled = os.path.join(folder, language, 'LC_MESSAGES')
    os.makedirs(compiled, exist_ok=True)
    subprocess.run(['msgfmt', '--check-format', f'--output-file={compiled}/{DOMAIN}.mo', catalogue], check=True)
    subprocess.run(['localedef', '--inputfile=en_GB', '--charmap=UTF-8', f'{folder}/{language}.UTF-8'], check=True)
    with open(catalogue + '.d', 'w', encoding='utf-8') as depfile:
        made_from = [os.path.join(root, path).replace(' ', '\\ ') for path in ['po/POTFILES.in', *sources]]
        depfile.write(f'{catalogue}: {" ".join(made_from)}\n')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit('usage: make-pseudo.py SOURCE-FOLDER FOLDER/LANGUAGE.po')
    main(*sys.argv[1:])
