// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/services.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fairlead::accounts {
struct CreatedMcpKey;
} // namespace fairlead::accounts

namespace fairlead::ui {

class CreatedKeyView;
class KeyScope;
class MessageBar;
class StageStack;

/** Asks for what a new key needs, makes it, and shows it once. */
class NewKeyDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        Key,
        CursorConfiguration, ///< named "Cursor", and the configuration is copied once it is made
    };

    NewKeyDialog(const Services &services,
                 const Instance &instance,
                 Purpose purpose,
                 QWidget *parent = nullptr);
    ~NewKeyDialog() override;

    /** Goes on at once to showing a key that exists already, such as a rotated one. */
    void showKey(const accounts::CreatedMcpKey &created);

    /** Escape and Close; asks once more as long as a new key was not copied. */
    void reject() override;

private:
    void addAsking();
    [[nodiscard]] QWidget *makeForm();
    void create();
    void updateCreateButton();
    [[nodiscard]] QString introduction() const;

    const Services &m_services;
    Purpose m_purpose;
    MessageBar *m_message;
    StageStack *m_stages;
    QLineEdit *m_name;
    QComboBox *m_access;
    QComboBox *m_asking;
    QComboBox *m_expiry;
    KeyScope *m_scope = nullptr;
    CreatedKeyView *m_created;
    QPushButton *m_create;
    QPushButton *m_close;
    bool m_warned = false;
};

} // namespace fairlead::ui
