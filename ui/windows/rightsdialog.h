// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "ui/services.h"

#include <QDialog>

namespace fairlead::ui {

class KeyRightsBox;
class MessageBar;

/** What a key may do beside calling tools. Deletes itself when it is closed. */
class RightsDialog final : public QDialog
{
    Q_OBJECT

public:
    RightsDialog(const Services &services, const accounts::McpKey &key, QWidget *parent);

private:
    void save();

    const Services &m_services;
    QString m_keyId;
    MessageBar *m_message;
    KeyRightsBox *m_rights;
};

} // namespace fairlead::ui
