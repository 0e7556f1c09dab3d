// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/providers/provider.h"
#include "ui/models/connectionfacts.h"
#include "ui/widgets/panel.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace fairlead::ui {

class MessageBar;

/** One connection: how it stands, what it may use, what is wrong and what helps; and what can be
 * done with it. Tests it by itself. */
class ConnectionCard final : public Panel
{
    Q_OBJECT

public:
    ConnectionCard(const Services &services,
                   const connections::Connection &connection,
                   QWidget *parent);
    ~ConnectionCard() override;

    [[nodiscard]] const connections::Connection &connection() const { return m_connection; }
    /** Shows the same connection as it is now; what has not changed is not touched. */
    void follow(const connections::Connection &connection);
    /** Whether there is an organization that it may be shared with. */
    void setShareable(bool isShareable);
    /** Gives the keyboard to its first button. */
    void takeFocus();

Q_SIGNALS:
    void toolsRequested();
    void reconnectRequested();
    void shareRequested();
    void disconnectRequested();
    /** One of its buttons has got the keyboard by a key. */
    void reached();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QLabel *title = nullptr;
        QLabel *value = nullptr;
    };

    void buildLayout();
    [[nodiscard]] Line addLine(QGridLayout &grid, const QString &title);
    void showFacts(const ConnectionFacts &facts);
    void nameForScreenReaders();
    void toggleTest();
    [[nodiscard]] QCoro::Task<> test();
    void endTest(const Result<providers::ConnectionReport> &outcome);
    void setTesting(bool isTesting);

    const Services &m_services;
    connections::Connection m_connection;
    ConnectionFacts m_facts;
    QLabel *m_mark;
    QLabel *m_name;
    QLabel *m_service;
    QLabel *m_state;
    QLabel *m_problem;
    std::array<Line, ConnectionFacts::LineCount> m_lines{};
    // Tab goes in the order of making.
    QPushButton *m_test;
    QPushButton *m_tools; ///< of a remote MCP server
    QPushButton *m_reconnect;
    QPushButton *m_share;
    QPushButton *m_disconnect;
    MessageBar *m_outcome; ///< of the last test
    CancellationSource m_cancellation;
    bool m_isTesting = false;
};

} // namespace fairlead::ui
