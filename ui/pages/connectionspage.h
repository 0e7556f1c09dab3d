// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/providers/provider.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace fairlead::ui {

class ConnectionsModel;
class MessageBar;
class Panel;
class SampleDataNotice;

/** The connected services: what state they are in, and connecting, testing and disconnecting. */
class ConnectionsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const Services &services, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    void select(const QString &connectionId);

Q_SIGNALS:
    /** Of this service: "jira", "notion", one of tokenServices(), or "mcp". */
    void connectRequested(const QString &service);
    void signInAgainRequested(const QString &connectionId);
    void toolsRequested(const QString &connectionId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void followSampleData();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QPushButton *makeOtherButton();
    void refresh();
    void showDetails();
    [[nodiscard]] QStringList detailsOf(const connections::Connection &connection) const;
    void testSelected();
    [[nodiscard]] QCoro::Task<> test(connections::Connection connection);
    void showTestOutcome(const connections::Connection &connection,
                         const Result<providers::ConnectionReport> &outcome);
    void askToDisconnect();
    [[nodiscard]] QCoro::Task<> disconnectNow(QString id);
    [[nodiscard]] const connections::Connection *selected() const;

    const Services &m_services;
    ConnectionsModel *m_model;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_connectJira;
    QPushButton *m_connectNotion;
    QPushButton
        *m_connectOther; ///< opens a menu of the services with a token only, and MCP servers
    SampleDataNotice *m_sampleNotice;
    QStackedWidget *m_stages;
    QTreeView *m_list;
    QLabel *m_details;
    QPushButton *m_test;
    QPushButton *m_tools; ///< of a remote MCP server
    QPushButton *m_signInAgain;
    QPushButton *m_disconnect;
    QTimer *m_rateTimer; ///< the details follow the rate budget while somebody may look
    QString m_selectedId; ///< survives the reload of the list
    CancellationSource m_cancellation;
    bool m_testing = false;
};

} // namespace fairlead::ui
