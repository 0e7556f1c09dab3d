// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamquestion.h"

#include "server/base/text.h"
#include "server/gateway/knownservers.h"
#include "server/gateway/schematrim.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using Kind = tools::InputRequest::Kind;
using Action = tools::InputAnswer::Action;

constexpr qsizetype longestMessage = 2'000;
constexpr qsizetype longestAddress = 2 * 1024;
constexpr qsizetype longestForm = 32 * 1024;
constexpr qsizetype mostFields = 50;

tl::unexpected<Error> refused(const QString &server, const QString &problem)
{
    return failure(
        ErrorCode::InvalidInput,
        u"%1 asked for something, and %2, so that nobody was asked."_s.arg(server, problem));
}

/** A text, a number, a yes or no, or a choice. */
bool isPlainField(const QJsonObject &field)
{
    constexpr std::array plain{"string"_L1, "number"_L1, "integer"_L1, "boolean"_L1};
    const QString type = field["type"_L1].toString();
    const bool isList = type == "array"_L1 && field["items"_L1].isObject();
    return isList || std::ranges::find(plain, type) != plain.end();
}

bool isForm(const QJsonObject &schema)
{
    const QJsonObject fields = schema["properties"_L1].toObject();
    return schema["type"_L1] == "object"_L1 && fields.size() <= mostFields
        && std::all_of(fields.begin(), fields.end(), [](const auto &field) {
               return isPlainField(field.toObject());
           });
}

Result<QJsonObject> formFrom(const QString &server, const QJsonValue &asked)
{
    if (QJsonDocument(asked.toObject()).toJson(QJsonDocument::Compact).size() > longestForm)
        return refused(server, u"its form is larger than 32 KiB"_s);
    if (!isForm(asked.toObject()))
        return refused(server, u"its form has other fields than texts, numbers and choices"_s);
    const auto clean = cleanedSchema(asked.toObject());
    if (!clean)
        return refused(server, clean.error().message);
    return *clean;
}

/** The person opens it, not we; still it must be a page and nothing else. */
Result<QString> pageFrom(const QString &server, const QString &asked)
{
    const auto isHarmless = [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'\\' && c != u'"' && c != u'<';
    };
    const bool isPlain = asked.size() <= longestAddress && std::ranges::all_of(asked, isHarmless);
    if (!isPlain || !serverAddress(asked.section(u'#', 0, 0)))
        return refused(server, u"the page that it names is no plain https address"_s);
    return asked;
}

} // namespace

Result<tools::InputRequest> questionFrom(const QString &server,
                                         const QString &key,
                                         const QJsonObject &params)
{
    const QString said = cleanedText(params["message"_L1].toString(), longestMessage);
    tools::InputRequest question{.key = key, .message = u"%1 asks: %2"_s.arg(server, said)};
    const QString mode = params["mode"_L1].toString(u"form"_s);
    if (mode == "form"_L1) {
        const auto form = formFrom(server, params["requestedSchema"_L1]);
        if (!form)
            return failure(form.error());
        question.schema = *form;
        return question;
    }
    if (mode != "url"_L1)
        return refused(server, u"Fairlead does not know that kind of question"_s);
    const auto page = pageFrom(server, params["url"_L1].toString());
    if (!page)
        return failure(page.error());
    question.kind = Kind::Url;
    question.url = *page;
    return question;
}

QJsonObject answerFor(const tools::InputRequest &question, const tools::InputAnswer &answer)
{
    if (answer.action != Action::Accept)
        return {{u"action"_s, answer.action == Action::Decline ? u"decline"_s : u"cancel"_s}};
    QJsonObject result{{u"action"_s, u"accept"_s}};
    if (question.kind != Kind::Form)
        return result;
    QJsonObject content;
    const QJsonObject fields = question.schema["properties"_L1].toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject field = it->toObject();
        if (answer.content.contains(it.key()))
            content[it.key()] = answer.content[it.key()];
        else if (field.contains("default"_L1))
            content[it.key()] = field["default"_L1];
    }
    result["content"_L1] = content;
    return result;
}

QJsonObject capabilitiesOf(const tools::ClientPortPointer &client)
{
    QJsonObject modes;
    if (client && client->can(Kind::Form))
        modes["form"_L1] = QJsonObject();
    if (client && client->can(Kind::Url))
        modes["url"_L1] = QJsonObject();
    return modes.isEmpty() ? QJsonObject() : QJsonObject{{u"elicitation"_s, modes}};
}

QJsonObject sessionCapabilities()
{
    const QJsonObject modes{{u"form"_s, QJsonObject()}, {u"url"_s, QJsonObject()}};
    return {{u"elicitation"_s, modes}};
}

bool wantsInput(const QJsonObject &result)
{
    return result["resultType"_L1] == "input_required"_L1;
}

} // namespace fairlead::gateway
