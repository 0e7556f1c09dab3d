// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/startproblemwindow.h"

#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/typography.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int iconSide = 44;
constexpr QSize startSize(560, 260);

} // namespace

StartProblemWindow::StartProblemWindow(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(bodyLabel({}, this))
    , m_dataFolder(bodyLabel({}, this))
    , m_retry(new QPushButton(tr("&Try again"), this))
{
    setWindowTitle(u"Fairlead"_s);
    m_icon->setPixmap(TrayIconPainter::icon(OverallState::Off)
                          .pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    auto *quit = new QPushButton(tr("&Quit Fairlead"), this);
    m_retry->setAutoDefault(true);
    connect(m_retry, &QPushButton::clicked, this, &StartProblemWindow::retryRequested);
    connect(quit, &QPushButton::clicked, this, &StartProblemWindow::quitRequested);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this),
            &QShortcut::activated,
            this,
            &StartProblemWindow::quitRequested);

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_icon);
    heading->addWidget(headingLabel(tr("Fairlead is not serving"), HeadingLevel::Page, this), 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(quit);
    buttons->addWidget(m_retry);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(column->contentsMargins() * 2);
    column->addLayout(heading);
    column->addWidget(m_sentence);
    column->addWidget(m_dataFolder);
    column->addStretch();
    column->addLayout(buttons);
    m_retry->setFocus();
    resize(startSize);
}

void StartProblemWindow::setRetryPossible(bool possible)
{
    m_retry->setVisible(possible);
}

void StartProblemWindow::showProblem(const QString &sentence, const QString &dataFolder)
{
    m_sentence->setText(sentence);
    //: %1 is the path of a folder.
    m_dataFolder->setText(tr("Data folder: %1").arg(dataFolder));
    QAccessibleEvent event(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace fairlead::ui
