// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings.h"

#include "server/base/filewrite.h"
#include "server/base/text.h"
#include "server/settings/definitions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <variant>

using namespace Qt::StringLiterals;

namespace fairlead::settings {
namespace {

constexpr qint64 largestFile = 1'048'576;
constexpr qsizetype longestShownValue = 100;

/** One overload per type of setting; false when the JSON value is not of that very type. */
struct Assignment
{
    Settings &values;
    const QJsonValue &json;

    bool operator()(int Settings::*member) const
    {
        const double number = json.toDouble(-1);
        if (!json.isDouble() || number < 0 || number > std::numeric_limits<int>::max()
            || number != static_cast<int>(number))
            return false;
        values.*member = static_cast<int>(number);
        return true;
    }
    bool operator()(bool Settings::*member) const
    {
        values.*member = json.toBool();
        return json.isBool();
    }
    bool operator()(QString Settings::*member) const
    {
        values.*member = json.toString();
        return json.isString();
    }
    bool operator()(QStringList Settings::*member) const
    {
        const QJsonArray array = json.toArray();
        (values.*member).clear();
        for (const auto element : array)
            (values.*member).append(element.toString());
        return json.isArray()
            && std::all_of(array.begin(), array.end(), [](const QJsonValue &element) {
                   return element.isString();
               });
    }
};

QJsonValue toJson(const Settings &values, const Member &member)
{
    return std::visit(
        [&values](auto pointer) -> QJsonValue {
            if constexpr (std::is_same_v<decltype(pointer), QStringList Settings::*>)
                return QJsonArray::fromStringList(values.*pointer);
            else
                return values.*pointer;
        },
        member);
}

qsizetype lineAt(const QByteArray &text, qsizetype offset)
{
    return text.first(std::clamp<qsizetype>(offset, 0, text.size())).count('\n') + 1;
}

qsizetype lineOf(const QByteArray &text, QLatin1StringView key)
{
    const QRegularExpression pattern(u"\"%1\"\\s*:"_s.arg(key));
    const QString before = QString::fromUtf8(text);
    return before.first(std::max<qsizetype>(before.indexOf(pattern), 0)).count(u'\n') + 1;
}

tl::unexpected<Error> badFile(const QString &path, qsizetype line, const QString &reason)
{
    return failure(
        ErrorCode::InvalidData,
        u"The settings in %1, line %2, cannot be used: %3 Correct the file, or remove it "
        "to return to the defaults."_s.arg(QDir::toNativeSeparators(path))
            .arg(line)
            .arg(reason));
}

} // namespace

Result<SettingsFile> SettingsFile::read(const QString &path)
{
    SettingsFile result;
    result.m_path = path;
    QFile file(path);
    // A link that leads nowhere is a file that cannot be read, not a missing one.
    if (!file.exists() && !QFileInfo(path).isSymLink())
        return result;
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Storage,
            u"The settings in %1 cannot be read (%2). Correct the file's permissions."_s.arg(
                QDir::toNativeSeparators(path), file.errorString()));
    const QByteArray text = file.read(largestFile + 1);
    if (text.size() > largestFile)
        return badFile(path, 1, u"the file is larger than 1 MiB."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return badFile(path, lineAt(text, error.offset), error.errorString() + u'.');
    if (!document.isObject())
        return badFile(path, 1, u"there is no object in braces."_s);

    result.m_unknown = document.object();
    for (const Definition &definition : definitions()) {
        const QJsonValue value = result.m_unknown.take(definition.key);
        if (value.isUndefined())
            continue;
        result.m_present.append(definition.key);
        const bool understood = std::visit(Assignment{result.m_values, value}, definition.member);
        if (!understood || !definition.isAllowed(result.m_values))
            return badFile(path,
                           lineOf(text, definition.key),
                           u"\"%1\" is %2, but must be %3."_s.arg(
                               definition.key,
                               cleanedLine(QString::fromUtf8(QJsonDocument(QJsonArray{value})
                                                                 .toJson(QJsonDocument::Compact)),
                                           longestShownValue),
                               definition.allowed));
    }
    return result;
}

Result<> SettingsFile::check(const Settings &values)
{
    for (const Definition &definition : definitions()) {
        if (!definition.isAllowed(values))
            return failure(
                ErrorCode::InvalidInput,
                u"The setting \"%1\" must be %2."_s.arg(definition.key, definition.allowed));
    }
    return {};
}

Result<> SettingsFile::save(const Settings &values)
{
    if (auto checked = check(values); !checked)
        return checked;
    QJsonObject object = m_unknown;
    for (const Definition &definition : definitions()) {
        const QJsonValue value = toJson(values, definition.member);
        if (m_present.contains(definition.key) || value != toJson(Settings(), definition.member))
            object.insert(definition.key, value);
    }
    // Who keeps their settings in a folder of their own has a link here, which stays.
    const QFileInfo file(m_path);
    const QString target = file.isSymLink() ? file.canonicalFilePath() : m_path;
    if (auto written = durableWrite(target, QJsonDocument(object).toJson()); !written)
        return written;
    m_values = values;
    return {};
}

} // namespace fairlead::settings
