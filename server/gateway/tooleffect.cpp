// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/tooleffect.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using tools::ToolEffect;

constexpr std::array destroying{"clear"_L1,
                                "delete"_L1,
                                "destroy"_L1,
                                "destructive"_L1,
                                "drop"_L1,
                                "erase"_L1,
                                "kill"_L1,
                                "overwrite"_L1,
                                "purge"_L1,
                                "remove"_L1,
                                "reset"_L1,
                                "revoke"_L1,
                                "terminate"_L1,
                                "trash"_L1,
                                "truncate"_L1,
                                "uninstall"_L1,
                                "wipe"_L1};
constexpr std::array writing{
    "add"_L1,     "append"_L1,  "approve"_L1, "archive"_L1,   "assign"_L1,   "call"_L1,
    "cancel"_L1,  "change"_L1,  "close"_L1,   "comment"_L1,   "complete"_L1, "convert"_L1,
    "copy"_L1,    "create"_L1,  "disable"_L1, "duplicate"_L1, "edit"_L1,     "enable"_L1,
    "exec"_L1,    "execute"_L1, "fork"_L1,    "generate"_L1,  "import"_L1,   "insert"_L1,
    "install"_L1, "invoke"_L1,  "link"_L1,    "manage"_L1,    "merge"_L1,    "modify"_L1,
    "move"_L1,    "patch"_L1,   "post"_L1,    "publish"_L1,   "push"_L1,     "put"_L1,
    "rename"_L1,  "reopen"_L1,  "reorder"_L1, "replace"_L1,   "restore"_L1,  "resolve"_L1,
    "run"_L1,     "save"_L1,    "send"_L1,    "set"_L1,       "share"_L1,    "spawn"_L1,
    "start"_L1,   "stop"_L1,    "submit"_L1,  "subscribe"_L1, "toggle"_L1,   "transition"_L1,
    "trigger"_L1, "unlink"_L1,  "update"_L1,  "upload"_L1,    "upsert"_L1,   "write"_L1};
constexpr std::array reading{
    "check"_L1,    "compare"_L1, "count"_L1,     "describe"_L1, "diff"_L1,  "discover"_L1,
    "download"_L1, "explain"_L1, "fetch"_L1,     "find"_L1,     "get"_L1,   "info"_L1,
    "inspect"_L1,  "list"_L1,    "lookup"_L1,    "query"_L1,    "read"_L1,  "retrieve"_L1,
    "search"_L1,   "show"_L1,    "summarize"_L1, "view"_L1,     "whoami"_L1};
constexpr std::array effectNames{"read"_L1, "write"_L1, "destructive"_L1};

/** "API-getPageHTML_2" is api, get, page, html, 2. */
QStringList wordsOf(const QString &name)
{
    QStringList words{QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool startsWord = c.isUpper() && i > 0
            && (name[i - 1].isLower() || (i + 1 < name.size() && name[i + 1].isLower()));
        if (startsWord || !c.isLetterOrNumber())
            words.append(QString());
        if (c.isLetterOrNumber())
            words.last() += c.toLower();
    }
    words.removeAll(QString());
    return words;
}

template<size_t count>
bool hasAny(const QStringList &words, const std::array<QLatin1StringView, count> &verbs)
{
    return std::ranges::any_of(
        words, [&](const QString &word) { return std::ranges::find(verbs, word) != verbs.end(); });
}

/** Only what the upstream says in so many words. */
ToolEffect hinted(const QJsonObject &annotations)
{
    if (annotations["destructiveHint"_L1].toBool() && !annotations["readOnlyHint"_L1].toBool())
        return ToolEffect::Destructive;
    const bool saysItWrites =
        annotations.contains("readOnlyHint"_L1) && !annotations["readOnlyHint"_L1].toBool();
    return saysItWrites ? ToolEffect::Write : ToolEffect::Read;
}

} // namespace

ToolEffect judgedEffect(const QString &name, const QJsonObject &annotations, Trust trust)
{
    const QStringList words = wordsOf(name);
    if (hasAny(words, destroying))
        return ToolEffect::Destructive;
    if (hasAny(words, writing))
        return std::max(ToolEffect::Write, hinted(annotations));
    if (hasAny(words, reading))
        return hinted(annotations);
    const bool isBelieved = trust == Trust::Known && annotations["readOnlyHint"_L1].toBool();
    return isBelieved ? ToolEffect::Read : std::max(ToolEffect::Write, hinted(annotations));
}

QLatin1StringView effectName(ToolEffect effect)
{
    return effectNames.at(static_cast<size_t>(effect));
}

std::optional<ToolEffect> effectFromName(QStringView name)
{
    const auto found = std::find(effectNames.begin(), effectNames.end(), name);
    if (found == effectNames.end())
        return std::nullopt;
    return ToolEffect(found - effectNames.begin());
}

} // namespace fairlead::gateway
