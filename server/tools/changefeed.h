// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::tools {

/**
 * Tells clients that what they have listed or read is no longer so. One for the whole program;
 * whoever changes something emits. Outlives every session.
 */
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void toolsChanged();
    void promptsChanged();
    void resourcesChanged();
    /** For resources that everybody may see; others tell their followers (ResourceProvider). */
    void resourceUpdated(const QString &uri);
};

} // namespace fairlead::tools
