// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/publishchoices.h"

#include "server/connections/connections.h"
#include "server/publishing/publisher.h"
#include "ui/models/servertext.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

PublishChoices::PublishChoices(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{}

PublishChoices::~PublishChoices()
{
    m_cancellation.cancel();
}

QList<publishing::Choice> PublishChoices::connections() const
{
    QList<publishing::Choice> choices;
    const auto all =
        m_services.connections.list(m_services.userId).value_or(QList<connections::Connection>());
    for (const connections::Connection &connection : all) {
        if (connection.provider == "jira"_L1)
            choices.append({.id = connection.id, .name = connection.name});
    }
    return choices;
}

void PublishChoices::askForProjects(const QString &connectionId)
{
    m_desk.reset();
    const int question = begin();
    QCoro::connect(projectsOf(connectionId, question), this, [] {});
}

void PublishChoices::askForTypes(const QString &project)
{
    if (!m_desk)
        return;
    const int question = begin();
    QCoro::connect(typesOf(project, question), this, [] {});
}

void PublishChoices::askForFields(const QString &project, const QString &type)
{
    if (!m_desk)
        return;
    const int question = begin();
    QCoro::connect(fieldsOf(project, type, question), this, [] {});
}

int PublishChoices::begin()
{
    // What was asked before was about something else.
    ++m_asked;
    Q_EMIT asking();
    return ++m_question;
}

bool PublishChoices::end(int question)
{
    --m_asked;
    return question == m_question;
}

QCoro::Task<> PublishChoices::projectsOf(QString connectionId, int question)
{
    const QPointer self(this);
    publishing::DeskRequest request;
    request.caller.userId = m_services.userId;
    request.caller.access = tools::KeyAccess::Full;
    request.connection = connectionId;
    request.cancellation = m_cancellation.token();
    const auto desk = co_await m_services.publisher.desk(request);
    auto projects = Result<QList<publishing::Choice>>(QList<publishing::Choice>());
    if (desk)
        projects = co_await (*desk)->projects();
    else
        projects = failure(desk.error());
    if (!self || !end(question))
        co_return;
    if (!projects) {
        Q_EMIT failed(serverText(projects.error()));
        co_return;
    }
    m_desk = *desk;
    Q_EMIT projectsKnown(*projects);
}

QCoro::Task<> PublishChoices::typesOf(QString project, int question)
{
    const QPointer self(this);
    const DeskPointer desk = m_desk; // it must outlive its tasks
    const auto types = co_await desk->types(project);
    if (!self || !end(question))
        co_return;
    if (types)
        Q_EMIT typesKnown(*types);
    else
        Q_EMIT failed(serverText(types.error()));
}

QCoro::Task<> PublishChoices::fieldsOf(QString project, QString type, int question)
{
    const QPointer self(this);
    const DeskPointer desk = m_desk;
    const auto fields = co_await desk->neededFields(project, type);
    if (!self || !end(question))
        co_return;
    if (fields)
        Q_EMIT fieldsKnown(*fields);
    else
        Q_EMIT failed(serverText(fields.error()));
}

} // namespace fairlead::ui
