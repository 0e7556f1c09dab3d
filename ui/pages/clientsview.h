// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fairlead::clients {
struct ClientChange;
struct ClientStatus;
} // namespace fairlead::clients

namespace fairlead::ui {

class ClientsModel;
class MessageBar;

/** The programs on this computer that may be told about Fairlead, and telling them. */
class ClientsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientsView(const Services &services, QWidget *parent = nullptr);

    /** Selects the program and asks whether to add Fairlead to it. */
    void add(const QString &clientId);

Q_SIGNALS:
    /** For a program into whose settings the person has to paste it. */
    void configurationRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    void reload();
    void updateSelection();
    void addSelected();
    void askToRemove();
    void remove(const QString &id);
    void undoSelected();
    void offerExtension();
    void openLink();
    [[nodiscard]] const clients::ClientStatus *selected() const;

    const Services &m_services;
    ClientsModel *m_model;
    MessageBar *m_message;
    QStackedWidget *m_stages;
    QTreeView *m_list;
    QLabel *m_advice;
    // Tab goes in the order of making.
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_undo;
    QPushButton *m_extension;
    QPushButton *m_link;
    QString m_selectedId; ///< survives the reload of the list
};

} // namespace fairlead::ui
