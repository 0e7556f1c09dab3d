// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "ui/services.h"

#include <QDialog>

class QCheckBox;
class QListWidget;

namespace fairlead::ui {

class MessageBar;

/** Which toolsets a key has beyond the core. Deletes itself when it is closed. */
class ToolsetsDialog final : public QDialog
{
    Q_OBJECT

public:
    ToolsetsDialog(const Services &services, const accounts::McpKey &key, QWidget *parent);

private:
    void fill(const QStringList &chosen);
    [[nodiscard]] QStringList chosen() const;
    void save();

    const Services &m_services;
    QString m_keyId;
    MessageBar *m_message;
    QCheckBox *m_all;
    QListWidget *m_list;
};

} // namespace fairlead::ui
