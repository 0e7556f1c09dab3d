// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/personform.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype mostChoices = 100;

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "boolean"_L1)
        return value.isBool();
    return value.isString() && !value.toString().trimmed().isEmpty();
}

} // namespace

PersonForm::PersonForm(QString key, QString message)
    : m_key(std::move(key))
    , m_message(std::move(message))
{}

void PersonForm::addValue(const QString &name, const QString &title, const QString &type)
{
    QJsonObject schema{{u"type"_s, type}, {u"title"_s, title}};
    if (type == "string"_L1)
        schema["minLength"_L1] = 1;
    add(name, schema);
}

void PersonForm::addChoice(const QString &name, const QString &title, const QStringList &values)
{
    addChoice(name, title, values, {});
}

void PersonForm::addChoice(const QString &name,
                           const QString &title,
                           const QStringList &values,
                           const QStringList &labels)
{
    if (values.isEmpty() || values.size() > mostChoices)
        return addValue(name, title, u"string"_s);
    QJsonObject schema{{u"type"_s, u"string"_s},
                       {u"title"_s, title},
                       {u"enum"_s, QJsonArray::fromStringList(values)}};
    // The oldest way to name choices, which every revision with forms still has.
    if (labels.size() == values.size())
        schema["enumNames"_L1] = QJsonArray::fromStringList(labels);
    add(name, schema);
}

void PersonForm::add(const QString &name, QJsonObject schema)
{
    m_names.append(name);
    m_properties[name] = std::move(schema);
}

InputRequest PersonForm::request() const
{
    InputRequest request;
    request.key = m_key;
    request.message = m_message;
    request.schema = {{u"type"_s, u"object"_s},
                      {u"properties"_s, m_properties},
                      {u"required"_s, QJsonArray::fromStringList(m_names)}};
    return request;
}

bool PersonForm::canAsk(const ClientPortPointer &client)
{
    return client && client->can(InputRequest::Kind::Form);
}

QCoro::Task<Result<QJsonObject>> PersonForm::ask(ClientPortPointer client, PersonForm form)
{
    const QList<InputRequest> requests(1, form.request());
    auto answers = co_await client->ask(requests);
    // Only the person was slow; a Timeout would be taken for a service that does not answer.
    if (!answers && answers.error().code == ErrorCode::Timeout)
        answers.error().code = ErrorCode::Cancelled;
    if (!answers)
        co_return failure(answers.error());
    const InputAnswer answer = answers->value(form.m_key);
    if (answer.action != InputAnswer::Action::Accept)
        co_return failure(ErrorCode::Cancelled,
                          u"The person did not want to say: %1. Nothing was done."_s.arg(
                              form.m_names.join(u", "_s)));
    QJsonObject content;
    for (const QString &name : form.m_names) {
        const QJsonValue value = answer.content[name];
        if (!isOfType(value, form.m_properties[name]["type"_L1].toString()))
            co_return failure(
                ErrorCode::InvalidInput,
                u"The form came back without a usable \"%1\". Nothing was done."_s.arg(name));
        content[name] = value;
    }
    co_return content;
}

} // namespace fairlead::tools
