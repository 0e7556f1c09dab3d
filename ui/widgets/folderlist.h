// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;

namespace fairlead::providers {
class ApprovedFolders;
} // namespace fairlead::providers

namespace fairlead::ui {

/** The folders that AI tools may reach, with buttons that add and remove one. */
class FolderList final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderList(providers::ApprovedFolders &folders, QWidget *parent = nullptr);

    /** Approves this folder, or says why not. */
    void add(const QString &path);

Q_SIGNALS:
    void failed(const QString &message);

private:
    void choose();
    void removeSelected();
    void refresh();

    providers::ApprovedFolders &m_folders;
    QListWidget *m_list;
    QPushButton *m_remove;
};

} // namespace fairlead::ui
