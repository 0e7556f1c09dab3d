// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlineatoms.h"

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

void append(std::vector<InlineAtom> &atoms, const Run &run, std::size_t node)
{
    InlineAtom atom;
    atom.kind = run.kind;
    atom.node = node;
    if (run.kind == Run::Kind::Marker) {
        atom.marker = run.text;
        atoms.push_back(atom);
        return;
    }
    atom.look = run.look;
    const QString &link = run.look.link;
    atom.bareLink = !link.isEmpty() && link.endsWith(run.text)
        && (link == run.text || link == "mailto:"_L1 + run.text || link == "http://"_L1 + run.text);
    for (const QChar character : run.kind == Run::Kind::Break ? u"\n"_s : run.text) {
        atom.character = character;
        atoms.push_back(atom);
    }
}

/** Marks what stands behind a text for a link that Markdown may not have. */
void markExtra(std::vector<InlineAtom> &atoms, std::size_t first, const QJsonValue &node)
{
    const QString text = node["text"_L1].toString();
    if (node["type"_L1].toString() != "text"_L1 || text.contains(u'\r'))
        return;
    for (std::size_t i = first + std::size_t(text.size()); i < atoms.size(); ++i)
        atoms[i].extra = true;
}

bool isSpace(const InlineAtom &atom)
{
    return atom.kind == Run::Kind::Text && atom.character.isSpace()
        && (atom.look.marks & Code) == 0;
}

/** Marks the spaces between `first` and the nearest atom that is none, going by `step`. */
void hideSpaces(std::vector<InlineAtom> &atoms, qsizetype first, qsizetype step)
{
    const auto size = qsizetype(atoms.size());
    for (qsizetype i = first; i >= 0 && i < size && isSpace(atoms[std::size_t(i)]); i += step)
        atoms[std::size_t(i)].hidden = true;
}

/** Whether a character is part of a word; scripts without spaces between words have none. */
bool isOfWord(const InlineAtom &atom)
{
    if (atom.kind != Run::Kind::Text || !atom.character.isLetterOrNumber())
        return false;
    switch (atom.character.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return false;
    default:
        return true;
    }
}

} // namespace

std::vector<InlineAtom> inlineAtoms(const QJsonArray &nodes)
{
    std::vector<InlineAtom> atoms;
    std::size_t index = 0;
    for (const QJsonValue node : nodes) {
        const std::vector<Run> runs = runsFrom(QJsonArray{node}, false);
        const std::size_t first = atoms.size();
        for (const Run &run : runs)
            append(atoms, run, index);
        markExtra(atoms, first, node);
        ++index;
    }
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const bool isBreak = atoms[i].kind == Run::Kind::Break;
        if (isBreak)
            hideSpaces(atoms, qsizetype(i) - 1, -1);
        if (isBreak || i == 0)
            hideSpaces(atoms, qsizetype(i) + (isBreak ? 1 : 0), 1);
    }
    hideSpaces(atoms, qsizetype(atoms.size()) - 1, -1);
    return atoms;
}

bool looksSame(const InlineAtom &before, const InlineAtom &after)
{
    if (!after.bareLink || !before.look.link.isEmpty())
        return before.look == after.look;
    TextLook unlinked = after.look;
    unlinked.link.clear();
    return before.look == unlinked;
}

std::vector<InlineToken> inlineTokens(const std::vector<InlineAtom> &atoms,
                                      const std::vector<std::size_t> &visible)
{
    std::vector<InlineToken> tokens;
    for (std::size_t i = 0; i < visible.size();) {
        InlineToken token{i, 0, {}};
        bool inWord = false;
        do {
            const InlineAtom &atom = atoms[visible[i++]];
            inWord = isOfWord(atom);
            ++token.size;
            if (atom.kind == Run::Kind::Marker)
                token.text = u'\n' + atom.marker;
            else
                token.text += atom.character;
            if (atom.character.isHighSurrogate() && i < visible.size()
                && atoms[visible[i]].character.isLowSurrogate()) {
                ++token.size;
                token.text += atoms[visible[i++]].character;
            }
        } while (inWord && i < visible.size() && isOfWord(atoms[visible[i]])
                 && atoms[visible[i]].look == atoms[visible[i - 1]].look);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace fairlead::providers::jira
