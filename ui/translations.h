// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace fairlead::ui {

/**
 * The words of the windows in the person's language, for as long as this object lives. English is
 * what stands in the source. Made before the first window, since words are not changed later.
 */
class Translations final
{
public:
    /** `languages`: QLocale::uiLanguages(), the best first. */
    explicit Translations(const QStringList &languages);
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /** "de"; "en" where no translation was installed. */
    [[nodiscard]] const QString &language() const { return m_language; }

private:
    QString m_language = QStringLiteral("en");
    QTranslator m_own;
    QTranslator m_qt; ///< buttons of file dialogs and the like
};

} // namespace fairlead::ui
