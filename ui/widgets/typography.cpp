// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typography.h"

#include <QLabel>

namespace fairlead::ui {

QLabel *headingLabel(const QString &text, HeadingLevel level, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * (level == HeadingLevel::Page ? 1.5 : 1.2));
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *bodyLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace fairlead::ui
