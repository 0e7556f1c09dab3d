// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notifier.h"

#include "server/leases/lease.h"
#include "server/tools/approvals.h"
#include "ui/models/leasesmodel.h"
#include "ui/models/upstreamtexts.h"
#include "ui/tray/tray.h"

#include <QLocale>

namespace fairlead::ui {

Notifier::Notifier(const Services &services, Tray &tray, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_tray(tray)
    , m_lossWatch(services)
    , m_clientWatch(services)
    , m_leaseWatch(services)
    , m_limit(services.clock)
{
    connect(&m_lossWatch, &LossWatch::lost, this, &Notifier::tellOfLoss);
    connect(&m_clientWatch, &ClientWatch::appeared, this, &Notifier::tellOfClient);
    connect(&m_leaseWatch, &LeaseWatch::nearing, this, &Notifier::tellOfLease);
    connect(&m_tray, &Tray::notificationClicked, this, &Notifier::attend);
    connect(&services.approvals,
            &tools::Approvals::settled,
            this,
            [this](const tools::ApprovalRequest &request) { forgetQuestion(request.id); });
}

void Notifier::tellOfLoss(const QStringList &ids, const QStringList &names)
{
    //: %1 is the name of a site; %n are further ones.
    const QString title = names.size() == 1
        ? tr("Sign in to %1 again").arg(names.first())
        : tr("Sign in to %1 and %n more again", nullptr, static_cast<int>(names.size() - 1))
              .arg(names.first());
    if (tell(Subject::Connections,
             title,
             tr("Until then your programs get nothing from there. Click here.")))
        m_lost = ids;
}

void Notifier::tellOfClient(const QString &keyName, const QString &client)
{
    //: %1 is the name of a program.
    const QString title = client.isEmpty() ? tr("A program is connected to Fairlead")
                                           : tr("%1 is connected to Fairlead").arg(client);
    tell(Subject::Clients,
         title,
         //: %1 is the name of a key.
         tr("It uses the key “%1” for the first time. If that is not you, click here and revoke "
            "it.")
             .arg(keyName));
}

void Notifier::tellOfOfferedTools(const QString &connectionId, const QString &name)
{
    if (tell(Subject::Tools,
             //: %1 is the name of a remote server.
             tr("%1 offers tools that are new or have changed").arg(name),
             tr("They stay hidden until you have looked at them. Click here.")))
        m_server = connectionId;
}

void Notifier::tellOfLease(const leases::Lease &lease)
{
    const QString time =
        QLocale().toString(lease.expiresAt.toLocalTime().time(), QLocale::ShortFormat);
    tell(Subject::Leases,
         //: %1 is a program.
         tr("%1 is about to lose its credentials").arg(leaseHolderText(lease, m_services)),
         //: %1 are services such as "Jira and Notion", %2 is a time of day.
         tr("It holds those of %1 until %2 and has not renewed its lease. Click here to see it.")
             .arg(leaseServicesText(lease, m_services), time));
}

void Notifier::tellOfQuestion(const QString &id, const QString &question)
{
    if (const auto shown = tell(Subject::Question, tr("Fairlead asks you"), question))
        m_questions.insert(id, *shown);
}

void Notifier::forgetQuestion(const QString &id)
{
    if (const int shown = m_questions.take(id); shown > 0)
        m_tray.withdraw(shown);
}

void Notifier::tellOfLowLimit(const QString &name, const gateway::LimitStanding &standing)
{
    tell(Subject::Limit,
         //: %1 is the name of a remote server.
         tr("%1 soon takes no more requests").arg(name),
         upstreamLimitText(standing) + u' '
             + tr("What goes beyond waits, or is refused with the time to wait."));
}

std::optional<int> Notifier::tell(Subject subject, const QString &title, const QString &text)
{
    switch (m_limit.take(title + text)) {
    case NotificationLimit::Verdict::Drop:
        return std::nullopt;
    case NotificationLimit::Verdict::SumUp:
        m_subject = Subject::Several;
        m_tray.notify(tr("Several things need you"), tr("Click here to see them in Fairlead."));
        return std::nullopt;
    case NotificationLimit::Verdict::Show:
        break;
    }
    m_subject = subject;
    return m_tray.notify(title, text);
}

void Notifier::attend()
{
    if (m_subject == Subject::Clients)
        Q_EMIT clientsRequested();
    else if (m_subject == Subject::Tools)
        Q_EMIT toolsRequested(m_server);
    else if (m_subject == Subject::Leases)
        Q_EMIT leasesRequested();
    else if (m_subject == Subject::Question)
        Q_EMIT questionRequested();
    else if (m_subject == Subject::Several)
        Q_EMIT openRequested();
    else if (m_subject == Subject::Connections && m_lost.size() == 1)
        Q_EMIT reconnectRequested(m_lost.first());
    else
        Q_EMIT connectionsRequested();
}

} // namespace fairlead::ui
