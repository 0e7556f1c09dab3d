// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/publishing/issuedesk.h"
#include "ui/services.h"

#include <QObject>

namespace fairlead::ui {

/**
 * What Jira offers to whoever publishes: the projects of a connection, the types of a project, and
 * the fields that a type needs. Asks beside the window; a late answer never overwrites a newer one.
 */
class PublishChoices final : public QObject
{
    Q_OBJECT

public:
    explicit PublishChoices(const Services &services, QObject *parent = nullptr);
    ~PublishChoices() override;

    /** The connections that issues can be made over: id and name. */
    [[nodiscard]] QList<publishing::Choice> connections() const;

    void askForProjects(const QString &connectionId);
    void askForTypes(const QString &project);
    void askForFields(const QString &project, const QString &type);

    /** Whether an answer is on its way. */
    [[nodiscard]] bool isAsking() const { return m_asked > 0; }

Q_SIGNALS:
    void asking();
    void projectsKnown(const QList<fairlead::publishing::Choice> &projects);
    void typesKnown(const QList<fairlead::publishing::Choice> &types);
    void fieldsKnown(const QList<fairlead::publishing::NeededField> &fields);
    void failed(const QString &message);

private:
    using DeskPointer = std::shared_ptr<publishing::IssueDesk>;

    int begin();
    /** Whether the answer to this question is still wanted. */
    [[nodiscard]] bool end(int question);
    [[nodiscard]] QCoro::Task<> projectsOf(QString connectionId, int question);
    [[nodiscard]] QCoro::Task<> typesOf(QString project, int question);
    [[nodiscard]] QCoro::Task<> fieldsOf(QString project, QString type, int question);

    const Services &m_services;
    DeskPointer m_desk;
    CancellationSource m_cancellation;
    int m_question = 0;
    int m_asked = 0;
};

} // namespace fairlead::ui
