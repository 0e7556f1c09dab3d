// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/typography.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textWidthInCharacters = 52;

} // namespace

EmptyState::EmptyState(const QString &title,
                       const QString &text,
                       const QString &action,
                       QWidget *parent)
    : QWidget(parent)
{
    auto *heading = headingLabel(title, HeadingLevel::Section, this);
    heading->setAlignment(Qt::AlignCenter);
    auto *words = bodyLabel(text, this);
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    words->setFixedWidth(words->fontMetrics().averageCharWidth() * textWidthInCharacters);
    auto *button = new QPushButton(action, this);
    connect(button, &QPushButton::clicked, this, &EmptyState::actionRequested);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(heading);
    column->addWidget(words, 0, Qt::AlignHCenter);
    column->addSpacing(column->spacing());
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

} // namespace fairlead::ui
