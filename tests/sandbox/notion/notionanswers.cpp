// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionanswers.h"

#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownLength = 60;

QString requestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/** A value as Notion's complaints show it: short JSON, or the word undefined. */
QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"undefined"_s;
    QString text =
        QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2);
    return text.size() > shownLength ? text.left(shownLength) + u"..."_s : text;
}

} // namespace

Response notionOk(QJsonObject object)
{
    object.insert(u"request_id"_s, requestId());
    return Response::json(200, object);
}

Response notionError(int status,
                     const QString &code,
                     const QString &message,
                     const QJsonObject &additionalData)
{
    QJsonObject body{{u"object"_s, u"error"_s},
                     {u"status"_s, status},
                     {u"code"_s, code},
                     {u"message"_s, message},
                     {u"request_id"_s, requestId()}};
    if (!additionalData.isEmpty())
        body.insert(u"additional_data"_s, additionalData);
    return Response::json(status, body);
}

Response notionInvalid(const QString &message)
{
    for (const QString &part : {u"body"_s, u"path"_s, u"query"_s}) {
        if (message.startsWith(part + u'.') || message.startsWith(part + u' '))
            return notionError(
                400, u"validation_error"_s, part + u" failed validation: "_s + message);
    }
    return notionError(400, u"validation_error"_s, message);
}

Response notionNotFound(const QString &kind, const QString &id, const NotionConnection &caller)
{
    return notionError(404,
                       u"object_not_found"_s,
                       u"Could not find %1 with ID: %2. Make sure the relevant pages and databases "
                       "are shared with your integration \"%3\"."_s.arg(kind, id, caller.name));
}

Response notionNotServed(const QString &what)
{
    return notionError(501,
                       u"sandbox_not_served"_s,
                       u"Notion has %1, but the sandbox does not serve it."_s.arg(what));
}

QString notionComplaint(const QString &path, const QString &expected, const QJsonValue &actual)
{
    return u"%1 should be %2, instead was `%3`."_s.arg(path, expected, shown(actual));
}

QString notionUnknownMember(const QJsonObject &object,
                            const QStringList &known,
                            const QString &path)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return notionComplaint(path + u'.' + it.key(), u"not present"_s, it.value());
    }
    return {};
}

QString notionVersionComplaint(const QByteArray &sent)
{
    constexpr auto version = "2026-03-11"_L1;
    const QString header = u"Notion-Version header"_s;
    const QString before = header + u" failed validation: "_s;
    if (sent.isEmpty())
        return before + notionComplaint(header, u"defined"_s, QJsonValue::Undefined);
    if (QLatin1StringView(sent) == version)
        return {};
    return before + notionComplaint(header, u"`\"%1\"`"_s.arg(version), QString::fromLatin1(sent));
}

QString notionId(const QString &text)
{
    const bool hasDashes = text.contains(u'-');
    if (text.size() != (hasDashes ? 36 : 32))
        return {};
    QString bare = text.toLower();
    bare.remove(u'-');
    const bool isHex = std::all_of(bare.begin(), bare.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (bare.size() != 32 || !isHex)
        return {};
    return bare.left(8) + u'-' + bare.mid(8, 4) + u'-' + bare.mid(12, 4) + u'-' + bare.mid(16, 4)
        + u'-' + bare.mid(20);
}

QString notionTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:00.000Z"_s);
}

} // namespace fairlead::sandbox
