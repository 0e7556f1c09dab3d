// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textWidthInCharacters = 64;

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
    // A row of its own: an alignment in the column would cut what is wrapped.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(words);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(column->spacing());
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

} // namespace fairlead::ui
