// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fairlead::accounts {
struct CreatedMcpKey;
struct McpKey;
} // namespace fairlead::accounts

namespace fairlead::ui {

class ClientsView;
class KeysModel;
class MessageBar;

/** The programs on this computer, and the keys that programs use: making, renaming, rotating and
 * revoking them. */
class KeysPage final : public QWidget
{
    Q_OBJECT

public:
    explicit KeysPage(const Services &services, QWidget *parent = nullptr);

    void addToClient(const QString &clientId);

Q_SIGNALS:
    void newKeyRequested();
    void configurationRequested();
    /** A key got a new secret, to be shown once. */
    void rotated(const fairlead::accounts::CreatedMcpKey &created);
    void toolsetsRequested(const fairlead::accounts::McpKey &key);
    void rightsRequested(const fairlead::accounts::McpKey &key);

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeList();
    void refresh();
    void updateButtons();
    void renameSelected();
    void askToRotate();
    void rotate(const QString &id);
    void askToRevoke();
    void revoke(const QString &id);
    [[nodiscard]] const accounts::McpKey *selected() const;

    const Services &m_services;
    KeysModel *m_model;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    ClientsView *m_clients;
    QPushButton *m_configuration;
    QPushButton *m_newKey;
    QStackedWidget *m_stages;
    QTreeView *m_list;
    QLabel *m_limits; ///< of the key that is chosen
    QPushButton *m_rename;
    QPushButton *m_toolsets;
    QPushButton *m_rights;
    QPushButton *m_rotate;
    QPushButton *m_revoke;
    QString m_selectedId; ///< survives the reload of the list
};

} // namespace fairlead::ui
