// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmation.h"

#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textWidthInCharacters = 64;

} // namespace

Confirmation::Confirmation(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(question.title);
    auto *text = bodyLabel(question.text, this);
    text->setMinimumWidth(text->fontMetrics().averageCharWidth() * textWidthInCharacters);

    auto *buttons = new QDialogButtonBox(this);
    auto *action = buttons->addButton(question.action, QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    action->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(headingLabel(question.title, HeadingLevel::Section, this));
    column->addWidget(text);
    column->addStretch();
    column->addWidget(buttons);
}

Confirmation *ask(QWidget *parent, const Question &question)
{
    auto *confirmation = new Confirmation(question, parent);
    confirmation->open();
    return confirmation;
}

} // namespace fairlead::ui
