// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/statemark.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

namespace {

/** Relative luminance as WCAG 2 defines it. */
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double bright = std::max(luminance(one), luminance(other));
    const double dark = std::min(luminance(one), luminance(other));
    return (bright + 0.05) / (dark + 0.05);
}

/** How many pixels of two pictures differ in whether they are painted at all. */
int differenceOfShape(const QImage &one, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if ((one.pixelColor(x, y).alpha() > 127) != (other.pixelColor(x, y).alpha() > 127))
                ++count;
        }
    }
    return count;
}

} // namespace

class TestTrayIconPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEveryPixelThatAPanelAsksFor_data()
    {
        QTest::addColumn<int>("side");
        for (const int side : {16, 22, 24, 32, 44, 48})
            QTest::addRow("%d", side) << side;
    }

    void drawsEveryPixelThatAPanelAsksFor()
    {
        QFETCH(int, side);
        const QIcon icon = TrayIconPainter::icon(OverallState::Serving);
        QVERIFY(icon.availableSizes().contains(QSize(side, side)));
        QCOMPARE(TrayIconPainter::pixmap(OverallState::Serving, side).size(), QSize(side, side));
    }

    void tellsStatesApartByShape()
    {
        QList<QImage> pictures;
        for (const auto state : {OverallState::Serving,
                                 OverallState::Attention,
                                 OverallState::Paused,
                                 OverallState::Off})
            pictures.append(TrayIconPainter::pixmap(state, 22).toImage());
        for (qsizetype one = 0; one < pictures.size(); ++one) {
            for (qsizetype other = 0; other < one; ++other)
                QVERIFY(differenceOfShape(pictures.at(one), pictures.at(other)) > 20);
        }
    }

    void isLegibleOnLightAndOnDarkPanels()
    {
        QList<QColor> colors;
        for (const auto mark : {StateMark::Good,
                                StateMark::Information,
                                StateMark::Warning,
                                StateMark::Failure,
                                StateMark::Off,
                                StateMark::Paused})
            colors.append(stateColor(mark));
        // The rim of the eye at its left end.
        colors.append(
            TrayIconPainter::pixmap(OverallState::Serving, 44).toImage().pixelColor(7, 22));
        for (const QColor &color : std::as_const(colors)) {
            QVERIFY2(contrast(color, Qt::white) >= 3, qPrintable(color.name()));
            QVERIFY2(contrast(color, QColor(0x20, 0x20, 0x20)) >= 3, qPrintable(color.name()));
        }
    }
};

QTEST_MAIN(TestTrayIconPainter)
#include "tst_trayiconpainter.moc"
