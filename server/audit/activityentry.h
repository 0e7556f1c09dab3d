// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/calllog.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

namespace fairlead::store {
class Row;
} // namespace fairlead::store

namespace fairlead::audit {

/** What an entry is about: names as they are stored and as the REST API says them. */
namespace event {
inline constexpr QLatin1StringView toolCalled("tool_called");
inline constexpr QLatin1StringView toolRefused("tool_refused"); ///< Fairlead did not run it
inline constexpr QLatin1StringView authFailed("mcp_auth_failed");
inline constexpr QLatin1StringView leaseCreated("lease_created");
inline constexpr QLatin1StringView leaseRenewed("lease_renewed");
inline constexpr QLatin1StringView leaseRevoked("lease_revoked"); ///< or ran out
inline constexpr QLatin1StringView approvalAsked("approval_asked");
inline constexpr QLatin1StringView approvalGiven("approval_given");
inline constexpr QLatin1StringView approvalDenied("approval_denied");
inline constexpr QLatin1StringView authSucceeded("mcp_auth_success"); ///< a client came with a key
inline constexpr QLatin1StringView keyCreated("key_created");
inline constexpr QLatin1StringView keyChanged(
    "key_changed"); ///< its name, rights, toolsets, asking
inline constexpr QLatin1StringView keyRotated("key_rotated");
inline constexpr QLatin1StringView keyRevoked("key_revoked");
inline constexpr QLatin1StringView keyExpired("key_expired");
inline constexpr QLatin1StringView connectionAdded("connection_added");
inline constexpr QLatin1StringView connectionRemoved("connection_removed");
inline constexpr QLatin1StringView connectionLost("connection_lost"); ///< needs a new sign-in
inline constexpr QLatin1StringView connectionRestored("connection_restored");
inline constexpr QLatin1StringView connectionShared(
    "connection_shared"); ///< given to an organization, or shared with others there
inline constexpr QLatin1StringView organizationCreated("organization_created");
inline constexpr QLatin1StringView organizationRenamed("organization_renamed");
inline constexpr QLatin1StringView organizationDeleted("organization_deleted");
inline constexpr QLatin1StringView memberInvited("member_invited");
inline constexpr QLatin1StringView invitationWithdrawn("invitation_withdrawn");
inline constexpr QLatin1StringView invitationDeclined("invitation_declined");
inline constexpr QLatin1StringView memberJoined("member_joined");
inline constexpr QLatin1StringView memberRoleChanged("member_role_changed");
inline constexpr QLatin1StringView memberRemoved("member_removed");
inline constexpr QLatin1StringView memberLeft("member_left");
inline constexpr QLatin1StringView published("published");
inline constexpr QLatin1StringView undone("undone"); ///< what a call had changed was put back
inline constexpr QLatin1StringView toolsHidden("tools_hidden"); ///< until a person approves them
inline constexpr QLatin1StringView entriesLost("activity_lost"); ///< the log could not be written
} // namespace event

/** How it ended, beside the names of ErrorCode and "tool_error". */
namespace outcome {
inline constexpr QLatin1StringView good("ok");
inline constexpr QLatin1StringView refused("refused");
inline constexpr QLatin1StringView cancelled("cancelled");
inline constexpr QLatin1StringView unknown("unknown"); ///< the program ended meanwhile
} // namespace outcome

/** One row of the log. Never results, never a secret; arguments only as far as the person wants
 * them kept. */
struct ActivityEntry
{
    QString userId; ///< whose log it is in
    qint64 sequence = 0; ///< 1, 2, 3, … within the user's log; 0: not stored yet
    QDateTime at; ///< when it began
    QString event;
    QString outcome;
    QString keyId;
    QString keyPrefix;
    QString clientName; ///< what the client called itself, cleaned
    QString tool; ///< or "read jira://…", "prompt plan_sprint"
    QString connectionId; ///< empty: none, or several
    QString connectionName;
    QString target{}; ///< what it was about: "ABC-123 ABC-124"; may be empty
    QString arguments{}; ///< as tools::keptText() has them; usually empty
    QString detail; ///< a sentence about what the other fields do not say
    qint64 durationMs = 0;
    qint64 bytes = 0; ///< of the answer
    QString undoCall{}; ///< as in tools::CallRecord; not for show

    bool operator==(const ActivityEntry &) const = default;
};

[[nodiscard]] ActivityEntry entryFrom(const tools::CallRecord &record);
/** Of a row with all columns of user_activity_logs. */
[[nodiscard]] ActivityEntry entryFrom(const store::Row &row);

/** As the REST API and exported files have it; without the user, whose log it is. */
[[nodiscard]] QJsonObject toJson(const ActivityEntry &entry);

} // namespace fairlead::audit
