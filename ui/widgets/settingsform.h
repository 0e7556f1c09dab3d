// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace fairlead::settings {
class SettingsStore;
} // namespace fairlead::settings

namespace fairlead::ui {

/**
 * Fields for settings, each written as soon as the person is done with it. What is not allowed
 * stays in its field with a sentence below, and the setting stays as it was.
 */
class SettingsForm final : public QWidget
{
    Q_OBJECT

public:
    using Settings = settings::Settings;
    /** One entry of a choice: what is written, and its words. */
    struct Choice
    {
        QString value;
        QString text;
    };

    explicit SettingsForm(settings::SettingsStore &store, QWidget *parent = nullptr);

    QCheckBox *addSwitch(const QString &text, bool Settings::*member, const QString &explanation);
    /** `problem` says what is wrong with a number that is in range, or nothing. */
    QSpinBox *addNumber(const QString &label,
                        int Settings::*member,
                        settings::Range range,
                        const QString &explanation,
                        const std::function<QString(int value)> &problem = {});
    QComboBox *addChoice(const QString &label,
                         QString Settings::*member,
                         const QList<Choice> &choices,
                         const QString &explanation);
    /** The path of a file, typed or chosen; `refusal` is shown for one that is not allowed. */
    QLineEdit *addFile(const QString &label,
                       QString Settings::*member,
                       const QString &explanation,
                       const QString &refusal);
    /** Who made `field` reads and writes it; `hint` is the line below it. */
    QLabel *addField(const QString &label, QWidget *field, const QString &explanation);

    /** Writes one setting; false when it was refused, which the line below the field then tells. */
    bool write(const std::function<void(Settings &values)> &edit,
               QLabel *hint,
               const QString &refusal);
    /** Called now and whenever settings have changed. */
    void follow(const std::function<void(const Settings &values)> &refresh);

Q_SIGNALS:
    /** The settings could not be written at all. */
    void failed(const QString &message);

private:
    [[nodiscard]] QLabel *makeHint(const QString &explanation);

    settings::SettingsStore &m_store;
    QFormLayout *m_layout;
};

} // namespace fairlead::ui
