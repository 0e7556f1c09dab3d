// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/serviceguide.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QFormLayout;

namespace fairlead::ui {

/** A token and, where it belongs to one site or to an account there, that site and e-mail; checked
 * while they are typed. */
class TokenForm final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenForm(const ServiceGuide &guide, QWidget *parent = nullptr);

    void fill(const QString &site, const QString &email);
    /** Empty where the token stands on its own, like the e-mail. */
    [[nodiscard]] QString site() const;
    [[nodiscard]] QString email() const;
    [[nodiscard]] QString token() const;
    /** Whether there is nothing visibly wrong in any field. */
    [[nodiscard]] bool isComplete() const;
    /** Puts the cursor where the person has to go on. */
    void focusFirstGap();
    /** Empties the token's field: it is not needed any more. */
    void forgetToken();

Q_SIGNALS:
    void edited();
    void tokenPageRequested();

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        QLabel *hint = nullptr;
        QString (*problem)(const QString &text) = nullptr;
    };

    [[nodiscard]] Field addField(QFormLayout &form,
                                 const QString &label,
                                 QString (*problem)(const QString &text));
    void check(const Field &field);

    QList<Field> m_fields; ///< site and e-mail if there are any, and the token as the last
};

} // namespace fairlead::ui
