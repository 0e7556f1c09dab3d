// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitytexts.h"

#include "server/base/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::ActivityTexts)
};

struct Failing
{
    ErrorCode code;
    const char *text;
};

constexpr std::array<Failing, 12> failings{{
    {ErrorCode::Timeout, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Took too long")},
    {ErrorCode::Network, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Not reachable")},
    {ErrorCode::Tls, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Not secure")},
    {ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Sign-in needed")},
    {ErrorCode::Forbidden, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Not allowed")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Not found")},
    {ErrorCode::Conflict, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Conflict")},
    {ErrorCode::RateLimited, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Too many calls")},
    {ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Wrong input")},
    {ErrorCode::InvalidData, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Wrong answer")},
    {ErrorCode::SecretsUnavailable,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Keychain locked")},
    {ErrorCode::Storage, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Not stored")},
}};

struct Happening
{
    QLatin1StringView event;
    const char *text = nullptr;
};

constexpr std::array<Happening, 23> happenings{{
    {audit::event::authSucceeded,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Came with its key")},
    {audit::event::keyCreated, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Key made")},
    {audit::event::keyChanged, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Key changed")},
    {audit::event::keyRotated, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Key rotated")},
    {audit::event::keyRevoked, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Key revoked")},
    {audit::event::keyExpired, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Key expired")},
    {audit::event::connectionAdded,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Connection made")},
    {audit::event::connectionRemoved,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Connection removed")},
    {audit::event::connectionLost,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Connection needs a sign-in")},
    {audit::event::connectionRestored,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Connection works again")},
    {audit::event::toolsHidden,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Tools hidden until you approve them")},
    {audit::event::connectionShared,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Connection shared")},
    {audit::event::organizationCreated,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Organization made")},
    {audit::event::organizationRenamed,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Organization renamed")},
    {audit::event::organizationDeleted,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Organization deleted")},
    {audit::event::memberInvited,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Invited to an organization")},
    {audit::event::invitationWithdrawn,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Invitation withdrawn")},
    {audit::event::invitationDeclined,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Invitation declined")},
    {audit::event::memberJoined,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Joined an organization")},
    {audit::event::memberRoleChanged,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Role in an organization changed")},
    {audit::event::memberRemoved,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Removed from an organization")},
    {audit::event::memberLeft,
     QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "Left an organization")},
    {audit::event::published, QT_TRANSLATE_NOOP("fairlead::ui::ActivityTexts", "File published")},
}};

} // namespace

QString activityText(const audit::ActivityEntry &entry)
{
    if (entry.event == audit::event::authFailed)
        return entry.keyPrefix.isEmpty() ? Texts::tr("No key") : Texts::tr("Wrong key");
    if (entry.event == audit::event::entriesLost)
        return Texts::tr("Entries missing");
    if (entry.event == audit::event::leaseCreated)
        return Texts::tr("Credentials lent");
    if (entry.event == audit::event::leaseRenewed)
        return Texts::tr("Credentials lent on");
    if (entry.event == audit::event::leaseRevoked)
        return Texts::tr("Loan of credentials ended");
    if (entry.event == audit::event::approvalAsked)
        return Texts::tr("Asked: may %1 run?").arg(entry.tool);
    if (entry.event == audit::event::approvalGiven)
        return Texts::tr("Yes to %1").arg(entry.tool);
    if (entry.event == audit::event::approvalDenied)
        return Texts::tr("No to %1").arg(entry.tool);
    if (entry.event == audit::event::undone)
        //: %1 is the name of a tool: what its call had changed was put back.
        return Texts::tr("Undone: %1").arg(entry.tool);
    for (const Happening &happening : happenings) {
        if (entry.event == happening.event)
            return Texts::tr(happening.text);
    }
    return entry.tool.isEmpty() ? entry.event : entry.tool;
}

QString outcomeText(const audit::ActivityEntry &entry)
{
    const audit::OutcomeKind kind = audit::outcomeKind(entry.outcome);
    if (kind != audit::OutcomeKind::Failed)
        return outcomeKindText(kind);
    for (const Failing &failing : failings) {
        if (entry.outcome == errorName(failing.code))
            return Texts::tr(failing.text);
    }
    return outcomeKindText(kind);
}

QString outcomeKindText(audit::OutcomeKind kind)
{
    switch (kind) {
    case audit::OutcomeKind::Good:
        //: Outcome of a call: it went well.
        return Texts::tr("Done");
    case audit::OutcomeKind::Refused:
        //: Outcome of a call: Fairlead did not let it through.
        return Texts::tr("Refused");
    case audit::OutcomeKind::Cancelled:
        return Texts::tr("Cancelled");
    case audit::OutcomeKind::Failed:
        return Texts::tr("Failed");
    }
    return {};
}

StateMark outcomeMark(const audit::ActivityEntry &entry)
{
    switch (audit::outcomeKind(entry.outcome)) {
    case audit::OutcomeKind::Good:
        return StateMark::Good;
    case audit::OutcomeKind::Refused:
        return StateMark::Warning;
    case audit::OutcomeKind::Cancelled:
        return StateMark::Off;
    case audit::OutcomeKind::Failed:
        break;
    }
    return StateMark::Failure;
}

QString clientText(const audit::ActivityEntry &entry)
{
    if (!entry.clientName.isEmpty())
        return entry.clientName;
    //: A program that did not say its name.
    return entry.keyId.isEmpty() && entry.keyPrefix.isEmpty() ? QString()
                                                              : Texts::tr("Unnamed program");
}

bool isCall(const audit::ActivityEntry &entry)
{
    return entry.event == audit::event::toolCalled || entry.event == audit::event::toolRefused;
}

bool isAttempt(const audit::ActivityEntry &entry)
{
    return isCall(entry) || entry.event == audit::event::authFailed;
}

QString timeText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = local.time().toString(u"HH:mm:ss"_s);
    if (local.date() == now.toLocalTime().date())
        return clock;
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds < 1000)
        //: A duration in milliseconds.
        return Texts::tr("%1 ms").arg(QLocale().toString(milliseconds));
    //: A duration in seconds.
    return Texts::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace fairlead::ui
