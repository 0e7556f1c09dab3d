// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/darkpalette.h"

#include <QTest>
#include <QtMath>

using namespace fairlead::ui;

namespace {

/** The relative luminance of the Web Content Accessibility Guidelines. */
qreal luminance(const QColor &color)
{
    const auto linear = [](qreal part) {
        return part <= 0.03928 ? part / 12.92 : qPow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

qreal contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestDarkPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeReadInEveryState_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<qreal>("least");
        QTest::newRow("dark") << darkPalette() << 4.5;
        QTest::newRow("contrast, light") << contrastPalette(Ground::Light) << 7.0;
        QTest::newRow("contrast, dark") << contrastPalette(Ground::Dark) << 7.0;
    }
    void canBeReadInEveryState()
    {
        QFETCH(QPalette, palette);
        QFETCH(qreal, least);
        using Role = QPalette::ColorRole;
        const QList<std::pair<Role, Role>> pairs{{Role::WindowText, Role::Window},
                                                 {Role::Text, Role::Base},
                                                 {Role::PlaceholderText, Role::Base},
                                                 {Role::ButtonText, Role::Button},
                                                 {Role::HighlightedText, Role::Highlight},
                                                 {Role::ToolTipText, Role::ToolTipBase},
                                                 {Role::Link, Role::Window}};
        for (const auto &[text, ground] : pairs)
            QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= least,
                     qPrintable(QString::number(int(text))));
    }

    void tellsHighContrastFromTheUsual()
    {
        QVERIFY(hasHighContrast(contrastPalette(Ground::Light)));
        QVERIFY(hasHighContrast(contrastPalette(Ground::Dark)));
        QVERIFY(!hasHighContrast(darkPalette()));
        QVERIFY(!hasHighContrast(QPalette(QColor(0xef, 0xef, 0xef))));
        QVERIFY(isDark(contrastPalette(Ground::Dark)));
        QVERIFY(!isDark(contrastPalette(Ground::Light)));
    }
};

QTEST_MAIN(TestDarkPalette)
#include "tst_darkpalette.moc"
