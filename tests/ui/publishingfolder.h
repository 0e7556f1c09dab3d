// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/uiworld.h"

namespace fairlead::ui {

/** An added folder with files, in a world with a Jira to publish them to. */
class PublishingFolder final
{
public:
    explicit PublishingFolder(UiWorld &world);

    /** Writes a file; its path. */
    QString write(const QString &name, const QByteArray &content);
    [[nodiscard]] QString path(const QString &name) const;
    /** Publishes it to WEB; its key. */
    QString publish(const QString &name);

private:
    UiWorld &m_world;
    QTemporaryDir m_folder;
};

} // namespace fairlead::ui
