// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calltarget.h"

#include "server/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype mostTargets = 20;
constexpr qsizetype longestAddress = 2048;
constexpr qsizetype mostValues = 200;
constexpr qsizetype longestKept = 4000;
constexpr int deepest = 8;

constexpr std::array keptNames{"none"_L1, "names"_L1, "full"_L1};

/** Arguments that are words for people to read, or questions: what they name is not worked on. */
bool isProse(const QString &argument)
{
    static const QStringList prose{u"body"_s,
                                   u"comment"_s,
                                   u"summary"_s,
                                   u"title"_s,
                                   u"description"_s,
                                   u"description_edits"_s,
                                   u"markdown"_s,
                                   u"text"_s,
                                   u"content"_s,
                                   u"edits"_s,
                                   u"append"_s,
                                   u"prepend"_s,
                                   u"replace_all"_s,
                                   u"jql"_s,
                                   u"query"_s,
                                   u"connection"_s};
    return prose.contains(argument);
}

void add(QStringList &targets, const QString &target)
{
    if (targets.size() < mostTargets && !targets.contains(target))
        targets.append(target);
}

/** An issue's key alone, or the end of a page's address. */
void addFrom(QStringList &targets, const QString &text)
{
    static const QRegularExpression issue(
        u"(?:\\A|[/=:])([A-Z][A-Z0-9_]{1,30}-[1-9][0-9]{0,9})(?:\\z|[/?#&])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression page(
        u"(?<![0-9a-f])([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})"
        "(?:\\z|[/?#&])"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (text.size() > longestAddress)
        return;
    if (const auto found = page.match(text); found.hasMatch())
        add(targets, found.captured(1).remove(u'-').toLower());
    else if (const auto key = issue.match(text); key.hasMatch())
        add(targets, key.captured(1).toUpper());
}

void addFrom(QStringList &targets, const QJsonValue &value)
{
    if (value.isString())
        addFrom(targets, value.toString().trimmed());
    const QJsonArray list = value.toArray();
    for (qsizetype at = 0; at < std::min(list.size(), mostValues); ++at) {
        if (list[at].isString())
            addFrom(targets, list[at].toString().trimmed());
    }
}

bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(
        u"pass(word|phrase|wd)?\\b|secret|token|api.?key|authorization|credential|cookie|"
        "private.?key"_s,
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

QString masked(QString text)
{
    static const QRegularExpression secret(
        u"\\b(?:mcp_[0-9a-f]{16,}|gh[opsu]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{15,}|"
        "xox[a-z]-[\\w-]{10,}|AT[A-Z]{2,4}3x[\\w=-]{20,}|ntn_\\w{20,}|secret_\\w{20,}|"
        "sk-[\\w-]{16,}|AKIA[0-9A-Z]{16}|ya29\\.[\\w-]{20,}|sntry[su]_\\w{20,}|"
        "eyJ[\\w-]{10,}\\.[\\w-]{5,}\\.?[\\w-]*)|(?<=bearer )[\\w.~+/=-]{8,}|"
        "(?<=basic )[\\w+/=]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END[^-]*-----)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(secret, u"•••"_s);
}

QJsonValue masked(const QJsonValue &value, int depth)
{
    if (depth > deepest)
        return u"…"_s;
    if (value.isString())
        return masked(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray given = value.toArray();
        for (const auto &each : given)
            list.append(masked(each, depth + 1));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto each = given.begin(); each != given.end(); ++each)
        object.insert(masked(each.key()),
                      isSecretName(each.key()) ? QJsonValue(u"•••"_s)
                                               : masked(each.value(), depth + 1));
    return object;
}

} // namespace

QStringList targetsOf(const QJsonObject &arguments)
{
    QStringList targets;
    for (auto each = arguments.begin(); each != arguments.end(); ++each) {
        if (!isProse(each.key()))
            addFrom(targets, each.value());
    }
    return targets;
}

QStringList targetsIn(const QString &address)
{
    QStringList targets;
    addFrom(targets, address);
    return targets;
}

QStringList targetsOf(const ToolResult &result)
{
    QStringList targets;
    for (const Content &content : result.content) {
        if (content.kind == Content::Kind::ResourceLink)
            addFrom(targets, content.uri);
    }
    return targets;
}

QLatin1StringView keptArgumentsName(KeptArguments kept)
{
    return keptNames.at(static_cast<size_t>(kept));
}

std::optional<KeptArguments> keptArgumentsFromName(QStringView name)
{
    const auto found = std::find(keptNames.begin(), keptNames.end(), name);
    if (found == keptNames.end())
        return std::nullopt;
    return KeptArguments(found - keptNames.begin());
}

QString keptText(const QJsonObject &arguments, KeptArguments kept)
{
    if (kept == KeptArguments::None || arguments.isEmpty())
        return {};
    if (kept == KeptArguments::Names)
        return cleanedLine(masked(arguments.keys().join(u", "_s)), longestKept);
    const QJsonObject all = masked(QJsonValue(arguments), 0).toObject();
    const QByteArray json = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return cleanedLine(QString::fromUtf8(json), longestKept);
}

} // namespace fairlead::tools
