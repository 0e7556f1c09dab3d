// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/requestlimit.h"
#include "ui/models/clientwatch.h"
#include "ui/models/leasewatch.h"
#include "ui/models/losswatch.h"
#include "ui/models/notificationlimit.h"

#include <QHash>

namespace fairlead::ui {

class Tray;

/**
 * Notifies of what needs the person, and of nothing else: a sign-in that has ended, a client that
 * calls for the first time, tools of a remote server that changed, one that soon takes no more
 * requests, a call that waits for a yes (taken back once that is answered), a lease that nears its
 * end. Knows where a click on the last notification leads.
 */
class Notifier final : public QObject
{
    Q_OBJECT

public:
    Notifier(const Services &services, Tray &tray, QObject *parent = nullptr);

    /** A remote MCP server offers what nobody has approved. */
    void tellOfOfferedTools(const QString &connectionId, const QString &name);
    /** A call waits until the person allows or denies it. */
    void tellOfQuestion(const QString &id, const QString &question);
    /** Most of what a remote MCP server takes in a time is used. */
    void tellOfLowLimit(const QString &name, const gateway::LimitStanding &standing);

Q_SIGNALS:
    /** Where a click on the notification leads: to this connection's sign-in, … */
    void reconnectRequested(const QString &connectionId);
    void connectionsRequested();
    void toolsRequested(const QString &connectionId);
    void clientsRequested();
    void leasesRequested();
    void questionRequested();
    void openRequested();

private:
    enum class Subject { Connections, Clients, Tools, Limit, Leases, Question, Several };

    void tellOfLoss(const QStringList &ids, const QStringList &names);
    void tellOfClient(const QString &keyName, const QString &client);
    void tellOfLease(const leases::Lease &lease);
    void forgetQuestion(const QString &id);
    /** The number of what was shown; nothing when something else was, or nothing. */
    std::optional<int> tell(Subject subject, const QString &title, const QString &text);
    void attend();

    const Services &m_services;
    Tray &m_tray;
    LossWatch m_lossWatch;
    ClientWatch m_clientWatch;
    LeaseWatch m_leaseWatch;
    NotificationLimit m_limit;
    Subject m_subject = Subject::Several; ///< of the last notification
    QString m_server; ///< id of the connection whose tools it was about
    QStringList m_lost; ///< ids of the connections that it was about
    QHash<QString, int> m_questions; ///< by id: the notifications of those that wait
};

} // namespace fairlead::ui
