// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace fairlead::gateway {
struct KnownServer;
} // namespace fairlead::gateway

namespace fairlead::ui {

/** Which remote MCP server to connect, known or at any address, and with which token; checked while
 * it is typed. */
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerForm(QWidget *parent = nullptr);

    /** To enter another token for a server that is connected: only that may be changed. */
    void fill(const QString &address, const QString &name, const QString &email);

    [[nodiscard]] QString address() const;
    [[nodiscard]] QString name() const; ///< empty: as the server is called
    [[nodiscard]] QString email() const;
    [[nodiscard]] QString token() const;
    /** Whether there is nothing visibly wrong in any field. */
    [[nodiscard]] bool isComplete() const;
    void focusFirstGap();
    /** Empties the token's field: it is not needed any more. */
    void forgetToken();

Q_SIGNALS:
    void edited();

private:
    void addRow(QGridLayout &grid, const QString &label, QWidget *field);
    [[nodiscard]] QLineEdit *addField(QGridLayout &grid, const QString &label);
    void choose(int index);
    void check();
    [[nodiscard]] const gateway::KnownServer *known() const;

    QComboBox *m_server;
    QLineEdit *m_address = nullptr;
    QLabel *m_hint;
    QLabel *m_note;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_email = nullptr;
};

} // namespace fairlead::ui
