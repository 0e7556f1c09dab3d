// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

/** What Sentry's API answers, as far as it is used. All texts are cleaned and bounded. */
namespace fairlead::providers::sentry {

struct User
{
    QString id;
    QString name;
    QString email;
};

struct Organization
{
    QString slug;
    QString name;
    QUrl region; ///< where its data is; empty on an installation of somebody's own
};

struct Project
{
    QString id;
    QString slug;
    QString name;
    QString platform;
};

struct Issue
{
    QString id;
    QString shortId; ///< "WEB-41"
    QString title;
    QString culprit;
    QString level;
    QString status;
    QString substatus;
    QString project; ///< slug
    QString assignee; ///< name; empty: nobody
    QString events; ///< how many, as Sentry writes it
    qint64 users = 0;
    QString firstSeen;
    QString lastSeen;
    QString address;
};

struct Frame
{
    QString function;
    QString place; ///< "index.js:7809:27"
    QString line; ///< of the source, where Sentry has it
    bool isInApp = false;
};

struct Exception
{
    QString type;
    QString value;
    QList<Frame> frames; ///< the outermost first, as Sentry has them
};

struct Event
{
    QString id;
    QString message;
    QString created;
    QString request; ///< "GET https://…"
    QList<Exception> exceptions; ///< the cause first
    QList<QPair<QString, QString>> tags;
};

} // namespace fairlead::providers::sentry
