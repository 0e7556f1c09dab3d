// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void copySecretText(const QString &text)
{
    // The clipboard takes ownership.
    auto *content = new QMimeData;
    content->setText(text);
    content->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
    QGuiApplication::clipboard()->setMimeData(content);
}

} // namespace fairlead::ui
