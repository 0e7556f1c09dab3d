// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/connections/connection.h"
#include "ui/services.h"

#include <QCoroTask>
#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QTreeView;

namespace fairlead::ui {

class MessageBar;
class UpstreamToolsModel;

/**
 * The tools of a remote MCP server: which programs may use, what each does, and the approval of
 * what is new or has changed, with the difference to what was approved. Deletes itself when it is
 * closed.
 */
class ServerToolsDialog final : public QDialog
{
    Q_OBJECT

public:
    ServerToolsDialog(const Services &services,
                      const connections::Connection &connection,
                      QWidget *parent);
    ~ServerToolsDialog() override;

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeDetails();
    void connectParts();
    void refresh();
    void showHealth();
    void showDetails();
    void showRefused();
    void select(int row);
    [[nodiscard]] int row() const; ///< -1 when none is selected
    void approve();
    void setEffect(int choice);
    void lookAgain();
    [[nodiscard]] QCoro::Task<> ask();

    const Services &m_services;
    const connections::Connection m_connection;
    UpstreamToolsModel *m_model;
    MessageBar *m_message;
    QLabel *m_health;
    // Tab goes in the order of making, which is this one.
    QTreeView *m_list;
    QLabel *m_detailsTitle;
    QPlainTextEdit *m_details;
    QComboBox *m_effect;
    QPushButton *m_approve;
    QPushButton *m_look;
    QPushButton *m_close;
    QLabel *m_refused;
    QTimer *m_healthTimer;
    QString m_selected; ///< name; survives the reload of the list
    CancellationSource m_cancellation;
    bool m_isLooking = false;
};

} // namespace fairlead::ui
