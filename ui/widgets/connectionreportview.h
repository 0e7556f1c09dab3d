// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace fairlead::ui {

/** What new connections can see and what they may not do. */
class ConnectionReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionReportView(QWidget *parent = nullptr);

    void showReport(const providers::ConnectionReport &report);
    /** At least one: a browser sign-in may connect several sites at once. */
    void showReports(const QList<providers::ConnectionReport> &reports);

private:
    void showList(const QString &title, const QStringList &lines);
    void showLimitations(const QStringList &limitations);

    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_projectsTitle;
    QListWidget *m_projects;
    QLabel *m_limitationsTitle;
    QLabel *m_limitations;
};

} // namespace fairlead::ui
