// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

/** What Jira Software's answers about boards and sprints say. Pure functions; errors are
 * InvalidData. */
namespace fairlead::providers::jira {

struct Board
{
    QString id;
    QString name;
    QString type; ///< "scrum", "kanban" or "simple"
    QString project; ///< key, empty where the board belongs to a person
};

struct BoardPage
{
    QList<Board> boards;
    qint64 total = 0;
    bool isLast = true;
};

struct Sprint
{
    QString id;
    QString name;
    QString state; ///< "future", "active" or "closed"
    QString start; ///< "2026-11-21", as are the others; empty when there is none
    QString end;
    QString completed;
    QString goal;
};

struct SprintPage
{
    QList<Sprint> sprints;
    bool isLast = true;
};

namespace parser {

[[nodiscard]] Result<Board> board(const QByteArray &body);
[[nodiscard]] Result<BoardPage> boards(const QByteArray &body);
[[nodiscard]] Result<Sprint> sprint(const QByteArray &body);
[[nodiscard]] Result<SprintPage> sprints(const QByteArray &body);
/** "ABC-1: reason" for each issue that was not ranked; an empty body means that all were. */
[[nodiscard]] Result<QStringList> rankFailures(const QByteArray &body);

} // namespace parser
} // namespace fairlead::providers::jira
