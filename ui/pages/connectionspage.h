// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "ui/services.h"

#include <QCoroTask>
#include <QSet>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace fairlead::ui {

class ConnectionCard;
class MessageBar;
class SampleDataNotice;
class ScrollingColumn;

/** The connected services, a card each, and connecting further ones. */
class ConnectionsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const Services &services, QWidget *parent = nullptr);

    /** Gives the keyboard to the card of this connection, and scrolls there. */
    void select(const QString &connectionId);

Q_SIGNALS:
    /** Of this service: "jira", "notion", one of tokenServices(), or "mcp". */
    void connectRequested(const QString &service);
    void signInAgainRequested(const QString &connectionId);
    void toolsRequested(const QString &connectionId);
    void shareRequested(const QString &connectionId);
    void organizationsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void followSampleData();
    [[nodiscard]] QPushButton *makeOtherButton();
    void refresh();
    /** The organizations that the person may share connections with. */
    [[nodiscard]] QSet<QString> administered() const;
    void showCards(const QList<connections::Connection> &list);
    [[nodiscard]] ConnectionCard *addCard(const connections::Connection &connection);
    [[nodiscard]] ConnectionCard *cardOf(const QString &connectionId) const;
    void askToDisconnect(const connections::Connection &connection);
    [[nodiscard]] QCoro::Task<> disconnectNow(QString id);

    const Services &m_services;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_connectJira;
    QPushButton *m_connectNotion;
    QPushButton
        *m_connectOther; ///< opens a menu of the services with a token only, and MCP servers
    QPushButton *m_organizations;
    SampleDataNotice *m_sampleNotice;
    QStackedWidget *m_stages;
    ScrollingColumn *m_column;
    QList<ConnectionCard *> m_cards;
    QTimer *m_timer; ///< the cards follow the clock while somebody may look
};

} // namespace fairlead::ui
