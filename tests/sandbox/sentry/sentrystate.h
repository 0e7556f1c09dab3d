// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace fairlead::sandbox {

/** What one person sees in Sentry. Issues are kept in the form in which the API shows them. */
class SentryState
{
public:
    SentryState();

    QByteArray token;
    QByteArray readonlyToken; ///< without event:write
    QJsonObject user;
    QList<QJsonObject> organizations; ///< with "region": "us" or "de"
    QList<QJsonObject> projects; ///< with "organization"
    QList<QJsonObject> members; ///< people and teams that may be assigned
    QList<QJsonObject> issues;
    QJsonObject events; ///< the latest of an issue, by its short id
    QList<QJsonObject> notes; ///< with "issue"

    [[nodiscard]] const QJsonObject *organization(const QString &slug) const;
    /** By number or short id, in that organization. */
    [[nodiscard]] QJsonObject *issue(const QString &organization, const QString &id);
    /** Those that fit a search: is:…, level:…, project:… and words of the title. */
    [[nodiscard]] QList<QJsonObject> found(const QString &organization, const QString &query) const;
    /** Who "me@…", "user:71" or "team:backend" is; empty for nobody that there is. */
    [[nodiscard]] QJsonObject member(const QString &actor) const;

private:
    [[nodiscard]] bool isIn(const QJsonObject &issue, const QString &organization) const;
};

} // namespace fairlead::sandbox
