// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace fairlead::sandbox {

/** What one OpenProject holds. Everything is kept in the form in which the API shows it. */
class OpenProjectState
{
public:
    explicit OpenProjectState(const Clock &clock);

    QByteArray token;
    QJsonObject me;
    QList<QJsonObject> users;
    QList<QJsonObject> projects; ///< with "members", a list of numbers
    QList<QJsonObject> statuses;
    QList<QJsonObject> types;
    QList<QJsonObject> priorities;
    QList<QJsonObject> timeActivities;
    QList<QJsonObject> workPackages;
    QList<QJsonObject> journal; ///< activities, with "work_package"
    QList<QJsonObject> timeEntries;
    /** What somebody else does once, right after the next work package was read. */
    std::function<void(OpenProjectState &)> meanwhile;

    [[nodiscard]] QJsonObject *workPackage(int id);
    [[nodiscard]] const QJsonObject *project(int id) const;
    /** {"href":…,"title":…} of what has that address; empty when there is none. */
    [[nodiscard]] QJsonObject linkTo(const QString &href) const;
    [[nodiscard]] bool isMember(int project, const QString &userHref) const;

    /** Sets local fields and links of a work package, raises its lock version and writes down what
     * changed; the values have been checked. */
    void change(QJsonObject &work, const QJsonObject &fields, const QJsonObject &links);
    void comment(int workPackage, const QString &text);
    QJsonObject &add(int project, const QString &subject);

private:
    void seed();
    void write(int workPackage, const QStringList &details, const QString &comment);

    const Clock &m_clock;
};

/** What the href of a thing ends in. */
[[nodiscard]] int idOf(const QJsonValue &link);

} // namespace fairlead::sandbox
