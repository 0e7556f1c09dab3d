// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace fairlead::ui {

/** The system's proxy, none, or one whose address is typed in. */
class ProxyChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyChoice(QWidget *parent = nullptr);

    /** As the setting has it: empty, "none", or an address. */
    [[nodiscard]] QString value() const;
    void setValue(const QString &value);

Q_SIGNALS:
    /** The person is done with it. */
    void edited();

private:
    QComboBox *m_kind;
    QLineEdit *m_address;
};

} // namespace fairlead::ui
