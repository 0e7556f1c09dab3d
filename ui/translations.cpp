// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

Translations::Translations(const QStringList &languages)
{
    for (const QString &name : languages) {
        const QString language = QLocale(name).name().section(u'_', 0, 0);
        // Who prefers English to a language that we have gets English.
        if (language == "en"_L1 || language == "C"_L1)
            return;
        if (!m_own.load(u"fairlead_"_s + language, u":/fairlead/translations"_s))
            continue;
        m_language = language;
        QCoreApplication::installTranslator(&m_own);
        if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        return;
    }
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
}

} // namespace fairlead::ui
