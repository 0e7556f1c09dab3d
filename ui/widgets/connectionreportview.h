// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace fairlead::ui {

/** What a new connection can see and what it may not do. */
class ConnectionReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionReportView(QWidget *parent = nullptr);

    void showReport(const providers::ConnectionReport &report);

private:
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_projectsTitle;
    QListWidget *m_projects;
    QLabel *m_limitationsTitle;
    QLabel *m_limitations;
};

} // namespace fairlead::ui
