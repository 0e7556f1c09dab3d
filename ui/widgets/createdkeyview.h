// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/clients/cursorconfiguration.h"
#include "ui/instance.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace fairlead::ui {

/** Shows a new key, this once, and copies it or the configuration that contains it. */
class CreatedKeyView final : public QWidget
{
    Q_OBJECT

public:
    explicit CreatedKeyView(Instance instance, QWidget *parent = nullptr);
    ~CreatedKeyView() override;

    void showKey(const accounts::CreatedMcpKey &created);
    void copyConfiguration();
    /** Whether key or configuration was copied at least once. */
    [[nodiscard]] bool wasCopied() const { return m_copied; }

Q_SIGNALS:
    /** A sentence on what was copied and what to do with it. */
    void copied(const QString &message);

private:
    void buildLayout();
    [[nodiscard]] clients::Transport transport() const;
    [[nodiscard]] QString configuration() const;
    void copyKey();

    Instance m_instance;
    Secret m_secret;
    bool m_copied = false;
    QLabel *m_title;
    QLineEdit *m_key;
    QPushButton *m_copyKey;
    QComboBox *m_transport;
    QPushButton *m_copyConfiguration;
    QPlainTextEdit *m_configuration;
};

} // namespace fairlead::ui
